"""TF-IDF from scratch."""

import numpy as np


def compute_tfidf(documents: list[str]) -> tuple[np.ndarray, list[str]]:
    """The matrix (n documents, v words) of tf · idf, and the sorted vocabulary.

    tf = count / length of the document, idf = ln(N / df) + 1.
    """
    tokenised = [document.lower().split() for document in documents]  # split() without argument: any run of white space
    vocab = sorted({word for words in tokenised for word in words})
    column = {word: j for j, word in enumerate(vocab)}

    counts = np.zeros((len(documents), len(vocab)))
    for i, words in enumerate(tokenised):
        for word in words:
            counts[i, column[word]] += 1

    lengths = counts.sum(axis=1, keepdims=True)
    tf = counts / np.maximum(lengths, 1)  # a document without words is 0 / 1 throughout
    df = np.count_nonzero(counts, axis=0)  # documents, not occurrences; at least 1, since every word comes from somewhere
    return tf * (np.log(len(documents) / df) + 1), vocab
