"""Hidden tests for tf-idf."""

import math

import numpy as np
from solution import compute_tfidf

from drillkit.testing import array, check, close, contract, correctness, each, edge, equal, no_warnings, same_items, unpack


def table(result, n):
    """The matrix with its columns in sorted order of the words, and these words; the order itself has a test of its own."""
    matrix, vocab = unpack(result, "matrix", "vocab")
    words = array(vocab, shape=(None,), kind="U", what="vocab").tolist()
    check(len(set(words)) == len(words), "a word stands in vocab twice", returned=vocab)
    matrix = array(matrix, shape=(n, len(words)), kind="f", what="matrix")
    return matrix[:, np.argsort(np.array(words, dtype=object))], sorted(words)


def expected(tokenised):
    """The weights one at a time, from lists of words."""
    words = sorted(set().union(*tokenised))
    rows = []
    for own in tokenised:
        row = []
        for word in words:
            df = sum(1 for other in tokenised if word in other)
            row.append(own.count(word) / len(own) * (math.log(len(tokenised) / df) + 1) if own else 0.0)
        rows.append(row)
    return np.array(rows), words


def agree(documents, tokenised):
    """The result on `documents` is that for these lists of words."""
    matrix, words = table(compute_tfidf(documents), len(documents))
    wanted, vocabulary = expected(tokenised)
    same_items(words, vocabulary, what="vocab")
    close(matrix, wanted, what="matrix, columns sorted by word")


def weight(documents, i, word):
    """The weight of one word in one document."""
    matrix, words = table(compute_tfidf(documents), len(documents))
    check(word in words, f"{word!r} is not in vocab", returned=words)
    return float(matrix[i, words.index(word)])


LN2, LN3 = math.log(2), math.log(3)


@correctness
def test_by_hand():
    """tf times idf for two short documents"""
    matrix, vocab = unpack(compute_tfidf(["red fish", "blue fish fish fish"]), "matrix", "vocab")
    equal(vocab, ["blue", "fish", "red"], what="vocab")
    close(matrix, [[0.0, 0.5, 0.5 * (LN2 + 1)], [0.25 * (LN2 + 1), 0.75, 0.0]], what="matrix")


@correctness
def test_vocabulary_is_sorted():
    """vocab is sorted, without duplicates"""
    documents = ["pear fig apple", "zebra fig 10 9", "b a c -1"]
    _, vocab = unpack(compute_tfidf(documents), "matrix", "vocab")
    equal(vocab, ["-1", "10", "9", "a", "apple", "b", "c", "fig", "pear", "zebra"])
    _, vocab = unpack(compute_tfidf(["zoo élan", "eel apple élan"]), "matrix", "vocab")
    equal(vocab, ["apple", "eel", "zoo", "élan"], what="vocab with an accent")


@correctness
def test_columns_follow_the_vocabulary():
    """Column j belongs to word j of vocab"""
    documents = ["z z z y", "y x", "w x"]
    matrix, vocab = unpack(compute_tfidf(documents), "matrix", "vocab")
    words = array(vocab, shape=(4,), kind="U", what="vocab").tolist()
    matrix = array(matrix, shape=(3, 4), kind="f", what="matrix")
    for j, word in enumerate(words):
        equal((matrix[:, j] > 0).tolist(), [word in document.split() for document in documents], what=f"where the column of {word!r} is positive")


@correctness
def test_one_row_for_each_document():
    """Rows are the documents, in order, also when two are equal"""
    agree(["b c", "a a", "b c", "d"], [["b", "c"], ["a", "a"], ["b", "c"], ["d"]])


@correctness
def test_case():
    """Words are lower-cased"""
    agree(["The CAT", "the cat the", "Dog"], [["the", "cat"], ["the", "cat", "the"], ["dog"]])
    agree(["ÉTÉ été", "Straße STRASSE"], [["été", "été"], ["straße", "strasse"]])


@correctness
def test_white_space():
    """Words are split at any run of spaces, tabs and line ends"""
    agree(["  one  two\tthree\n", "two\r\n\r\none one ", "\tfour"], [["one", "two", "three"], ["two", "one", "one"], ["four"]])


@correctness
def test_words_are_kept_as_they_are():
    """Punctuation, digits, one-letter and common words stay"""
    agree(["a dog, a dog. the", "dog is 7 c++ don't", "e-mail (dog)"], [["a", "dog,", "a", "dog.", "the"], ["dog", "is", "7", "c++", "don't"], ["e-mail", "(dog)"]])
    agree(["x² x2", "x2"], [["x²", "x2"], ["x2"]])


@correctness
def test_long_words():
    """Long words are not cut: two that differ only at the end are two"""
    one, two = "a" * 100 + "1", "a" * 100 + "2"
    agree([f"{one} {two} {one}", f"{two} b"], [[one, two, one], [two, "b"]])


@correctness
def test_large_vocabulary():
    """Every word has a column, however many there are"""
    words = [f"w{i}" for i in range(1300)]
    matrix, vocab = unpack(compute_tfidf([" ".join(words), "w7"]), "matrix", "vocab")
    equal(vocab, sorted(words), what="vocab")
    array(matrix, shape=(2, 1300), kind="f", what="matrix")


@correctness
def test_whole_words():
    """A word inside a longer one does not count, neither in tf nor in df"""
    agree(["cat concatenate cats", "a category", "cat a"], [["cat", "concatenate", "cats"], ["a", "category"], ["cat", "a"]])


@correctness
def test_term_frequency():
    """tf is the count over the number of words of the document"""
    documents = ["x x x y", "y y x x x x x x x x", "y x"]
    close(weight(documents, 0, "x"), 0.75)
    close(weight(documents, 0, "y"), 0.25)
    close(weight(documents, 1, "x"), 0.8)
    close(weight(documents, 2, "y"), 0.5)


@correctness
def test_document_frequency():
    """df counts documents, not occurrences"""
    documents = ["x x x x", "y", "z"]
    close(weight(documents, 0, "x"), LN3 + 1)
    close(weight(["x x y", "x y", "z z", "z z z z"], 2, "z"), LN2 + 1)


@correctness
def test_natural_logarithm():
    """idf uses the natural logarithm of N / df, plus 1"""
    close(weight(["x", "y", "y"], 0, "x"), LN3 + 1)
    close(weight(["x", "y", "y"], 1, "y"), math.log(1.5) + 1)
    close(weight(["w"] + ["v"] * 99, 0, "w"), math.log(100) + 1)


@correctness
def test_word_in_every_document():
    """A word of every document has idf 1, not 0"""
    documents = ["x y", "x", "x z z z"]
    for i, share in enumerate((0.5, 1.0, 0.25)):
        close(weight(documents, i, "x"), share, what=f"the weight in document {i}")


@correctness
def test_not_smoothed():
    """N and df enter idf as they are"""
    documents = ["x", "y", "y", "y"]
    close(weight(documents, 0, "x"), math.log(4) + 1)
    close(weight(documents, 3, "y"), math.log(4 / 3) + 1)


@correctness
def test_rows_are_not_normalised():
    """Rows are not scaled to length 1 or sum 1"""
    matrix, _ = table(compute_tfidf(["x y", "x z", "w w"]), 3)
    close(np.sort(matrix.sum(axis=1)), np.sort([0.5 * (math.log(1.5) + 1) + 0.5 * (LN3 + 1)] * 2 + [LN3 + 1]), what="the sums of the rows")


@correctness
@each(("n", "size"), [(2, 3), (12, 8), (40, 60)])
def test_random_corpora(n, size):
    """{n} random documents of up to {size} different words"""
    rng = np.random.default_rng(n)
    words = [f"w{i}" for i in range(size)]
    tokenised = [[words[j] for j in (rng.random(rng.integers(0, 12)) ** 2 * size).astype(int)] for _ in range(n)]
    agree([" ".join(own) for own in tokenised], tokenised)


@edge
def test_one_document():
    """In a corpus of one document every idf is 1"""
    agree(["a b a"], [["a", "b", "a"]])
    agree(["word"], [["word"]])


@edge
@each("empty", ["", "   ", "\n\t"], ids=repr)
def test_empty_document(empty):
    """A document without words gives a row of zeros"""
    agree(["a b", empty, "b"], [["a", "b"], [], ["b"]])
    agree([empty, "a"], [[], ["a"]])


@edge
def test_empty_documents_count():
    """Documents without words count in N"""
    close(weight(["x", "", " "], 0, "x"), LN3 + 1)


@edge
def test_only_empty_documents():
    """n documents without words give shape (n, 0) and []"""
    for documents in ([""], ["", " \n", ""]):
        matrix, vocab = unpack(compute_tfidf(documents), "matrix", "vocab")
        array(matrix, shape=(len(documents), 0), what="matrix")
        array(vocab, shape=(0,), what="vocab")


@edge
def test_empty_corpus():
    """No documents give shape (0, 0) and []"""
    matrix, vocab = unpack(compute_tfidf([]), "matrix", "vocab")
    array(matrix, shape=(0, 0), what="matrix")
    array(vocab, shape=(0,), what="vocab")


@contract
def test_no_warning():
    """Documents without words give no warning"""
    for documents in (["a b", "", "b"], ["", ""], [""], []):
        with no_warnings():
            result = compute_tfidf(documents)
        matrix, _ = unpack(result, "matrix", "vocab")
        array(matrix, shape=(len(documents), None), what="matrix")
