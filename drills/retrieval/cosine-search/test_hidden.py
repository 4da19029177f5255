"""Hidden tests for cosine search."""

import math

import numpy as np
from solution import cosine_similarity_search

from drillkit.testing import (
    array,
    check,
    close,
    contract,
    correctness,
    each,
    edge,
    equal,
    flat_growth,
    numerics,
    raises,
    stretch,
    unpack,
    vectorised,
)


def cosines(query, documents):
    """The cosine of each document by itself, in plain Python."""
    q, scores = query.tolist(), []
    for row in documents.tolist():
        length = math.hypot(*q) * math.hypot(*row)
        scores.append(math.fsum(a * b for a, b in zip(q, row, strict=True)) / length if length else 0.0)
    return np.array(scores)


def judge(result, query, documents, top_k, rtol=1e-9, atol=1e-12):
    """The best documents, best first, for data without equal scores."""
    n, m = len(documents), min(top_k, len(documents))
    truth = cosines(query, documents)
    best = np.argsort(-truth, kind="stable")[:m]
    indices, similarities = unpack(result, "indices", "similarities")
    indices = array(indices, (m,), kind="i", what="indices")
    similarities = array(similarities, (m,), kind="f", what="similarities")
    check(bool(np.all((indices >= 0) & (indices < n))), f"an index is not among 0 to {n - 1}", returned=indices, expected=best)
    check(len(set(indices.tolist())) == m, "a document is returned twice", returned=indices, expected=best)
    tolerance = atol + rtol * np.abs(truth[best])
    left_out = np.abs(np.sort(truth[indices])[::-1] - truth[best]) > tolerance
    check(not left_out.any(), "a document is returned although a better one is left out", returned=indices, expected=best)
    misplaced = np.abs(truth[indices] - truth[best]) > tolerance
    check(not misplaced.any(), "these are the right documents, but not best first", returned=indices, expected=best)
    close(similarities, truth[indices], rtol, atol, what="similarities")


def exactly(result, indices, similarities):
    """Just these indices in just this order."""
    got_indices, got_similarities = unpack(result, "indices", "similarities")
    equal(got_indices, np.array(indices), what="indices")
    close(got_similarities, np.array(similarities, dtype=float), what="similarities")


@correctness
def test_by_hand():
    """The three nearest of four documents, best first, with their cosines"""
    documents = np.array([[0.0, 2.0], [3.0, 4.0], [-5.0, 0.0], [4.0, 3.0]])
    exactly(cosine_similarity_search(np.array([0.0, 10.0]), documents, top_k=3), [0, 1, 3], [1.0, 0.8, 0.6])


@correctness
def test_angle_not_length():
    """A long document does not win by its length, nor does a short one lose"""
    documents = np.array([[0.0, 7.0], [500.0, 1200.0], [0.03, 0.04], [2.0, 0.0]])
    exactly(cosine_similarity_search(np.array([5.0, 0.0]), documents, top_k=4), [3, 2, 1, 0], [1.0, 0.6, 5 / 13, 0.0])


@correctness
def test_documents_that_point_away():
    """Negative cosines keep their sign, and the least negative comes first"""
    documents = np.array([[-3.0, 4.0], [-1.0, 0.0], [-4.0, -3.0], [-5.0, 12.0]])
    exactly(cosine_similarity_search(np.array([2.0, 0.0]), documents, top_k=3), [3, 0, 2], [-5 / 13, -0.6, -0.8])


@correctness
@each(("n", "d", "top_k"), [(1, 1, 1), (1, 8, 1), (9, 2, 4), (7, 7, 7), (40, 6, 39), (12, 30, 8), (300, 17, 25)])
def test_random_documents(n, d, top_k):
    """{top_k} of {n} documents, d = {d}"""
    rng = np.random.default_rng(100 * n + d)
    query, documents = 3 * rng.normal(size=d), rng.normal(size=(n, d)) * rng.uniform(0.1, 10, size=(n, 1))
    judge(cosine_similarity_search(query, documents, top_k), query, documents, top_k)


@correctness
def test_many_results_are_sorted():
    """600 of 2,000 documents come best first"""
    rng = np.random.default_rng(1)
    query, documents = rng.normal(size=8), rng.normal(size=(2000, 8))
    judge(cosine_similarity_search(query, documents, top_k=600), query, documents, 600)


@correctness
def test_five_by_default():
    """Without top_k there are five results"""
    rng = np.random.default_rng(2)
    query, documents = rng.normal(size=4), rng.normal(size=(33, 4))
    judge(cosine_similarity_search(query=query, documents=documents), query, documents, 5)


@edge
@each(("n", "top_k"), [(1, 2), (3, 4), (3, 5), (8, 100)])
def test_top_k_above_n(n, top_k):
    """top_k = {top_k} with {n} documents gives all of them, best first"""
    rng = np.random.default_rng(20 + n)
    query, documents = rng.normal(size=3), rng.normal(size=(n, 3))
    judge(cosine_similarity_search(query, documents, top_k=top_k), query, documents, top_k)


@edge
def test_equal_scores_in_index_order():
    """Among equal scores the smaller index comes first, whatever the documents' lengths"""
    documents = np.array([[0.0, 1.0], [2.0, 0.0], [0.0, -4.0], [1.0, 0.0], [3.0, 4.0], [16.0, 0.0], [6.0, 8.0], [-1.0, 0.0]])
    expected = [1, 3, 5, 4, 6, 0, 2, 7], [1.0, 1.0, 1.0, 0.6, 0.6, 0.0, 0.0, -1.0]
    exactly(cosine_similarity_search(np.array([1.0, 0.0]), documents, top_k=8), *expected)


@edge
def test_equal_scores_among_many():
    """300 documents along the axes: groups of equal scores, each in index order"""
    rng = np.random.default_rng(3)
    documents = np.zeros((300, 3))
    axis, sign = rng.integers(0, 3, size=300), rng.choice([-1.0, 1.0], size=300)
    documents[np.arange(300), axis] = sign * rng.choice([0.25, 1.0, 2.0, 8.0], size=300)
    truth = sign * np.array([0.6, 0.0, 0.8])[axis]
    best = sorted(range(300), key=lambda i: (-truth[i], i))
    exactly(cosine_similarity_search(np.array([3.0, 0.0, 4.0]), documents, top_k=300), best, truth[best])


@edge
@each("top_k", [1, 3, 30, 61])
def test_equal_scores_at_the_cut(top_k):
    """top_k = {top_k} of 120: where only some of the equal documents fit, those of smaller index stay"""
    rng = np.random.default_rng(4)
    scores = rng.permutation([1.0] * 40 + [0.0] * 40 + [-1.0] * 40)
    documents = np.column_stack([scores, scores == 0.0]) * rng.choice([1.0, 2.0, 4.0], size=(120, 1))
    best = sorted(range(120), key=lambda i: (-scores[i], i))[:top_k]
    exactly(cosine_similarity_search(np.array([2.0, 0.0]), documents, top_k=top_k), best, scores[best])


@edge
def test_zero_document():
    """A document of zeros scores 0 and stands between positive and negative similarities"""
    documents = np.array([[-1.0, 0.0], [0.0, 0.0], [3.0, 4.0], [-3.0, 4.0]])
    expected = [2, 1, 3, 0], [0.6, 0.0, -0.6, -1.0]
    exactly(cosine_similarity_search(np.array([1.0, 0.0]), documents, top_k=4), *expected)
    exactly(cosine_similarity_search(np.array([1.0, 0.0]), documents, top_k=1), [2], [0.6])


@edge
def test_zero_documents_tie():
    """Documents of zeros and documents at a right angle are equals, in index order"""
    documents = np.array([[0.0, 0.0], [0.0, -2.0], [1.0, 0.0], [0.0, 0.0], [0.0, 5.0], [-1.0, 0.0], [0.0, 0.0]])
    expected = [2, 0, 1, 3, 4, 6], [1.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    exactly(cosine_similarity_search(np.array([4.0, 0.0]), documents, top_k=6), *expected)
    exactly(cosine_similarity_search(np.array([1.0, 1.0]), np.zeros((3, 2)), top_k=2), [0, 1], [0.0, 0.0])


@edge
def test_zero_query():
    """With a query of zeros every similarity is 0 and the first documents are returned"""
    documents = np.random.default_rng(5).normal(size=(40, 3))
    exactly(cosine_similarity_search(np.zeros(3), documents, top_k=4), [0, 1, 2, 3], [0.0] * 4)
    exactly(cosine_similarity_search(np.zeros(3, dtype=int), documents, top_k=40), list(range(40)), [0.0] * 40)


@numerics
@each("factor", [1e-6, 1e6], ids=str)
def test_short_and_long_documents(factor):
    """Documents of length {factor} keep their similarities"""
    rng = np.random.default_rng(6)
    query, documents = rng.normal(size=4), rng.normal(size=(24, 4))
    documents[::2] *= factor / np.linalg.norm(documents[::2], axis=1, keepdims=True)
    judge(cosine_similarity_search(query, documents, top_k=24), query, documents, 24)
    judge(cosine_similarity_search(query * 0.01, documents[1::2], top_k=9), query, documents[1::2], 9)


@numerics
def test_short_query_and_short_documents():
    """Lengths of 1e-6 on both sides are not zero"""
    documents = np.array([[0.0, 1e-6], [3e-6, 4e-6], [1e-6, 0.0]])
    exactly(cosine_similarity_search(np.array([1e-6, 0.0]), documents, top_k=3), [2, 1, 0], [1.0, 0.6, 0.0])


@numerics
def test_nearly_equal_is_not_equal():
    """A similarity that is larger by 5e-9 comes first, though its index is larger"""
    documents = np.array([[1.0, 1e-4], [1.0, 0.0], [1.0, 2e-4]])
    exactly(cosine_similarity_search(np.array([1.0, 0.0]), documents, top_k=3), [1, 0, 2], [1.0, 1 / math.hypot(1.0, 1e-4), 1 / math.hypot(1.0, 2e-4)])


@numerics
@each("dtype", ["int8", "uint8", "int16", "int32"])
def test_narrow_integers(dtype):
    """{dtype} over the whole range of the type: no sum or product wraps around"""
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    rng = np.random.default_rng(7)
    query, documents = (rng.integers(low, high, size=shape, dtype=dtype, endpoint=True) for shape in ((3,), (20, 3)))
    query[0], documents[0], documents[1] = high, low, high
    judge(cosine_similarity_search(query, documents, top_k=20), query, documents, 20)
    judge(cosine_similarity_search(query.astype(float), documents, top_k=4), query, documents, 4)


@numerics
def test_unsigned_ties():
    """Unsigned integers: best first, equal scores in index order"""
    documents = np.array([[0, 200], [0, 0], [128, 0], [3, 4], [64, 0], [0, 1]], dtype=np.uint8)
    expected = [2, 4, 3, 0, 1, 5], [1.0, 1.0, 0.6, 0.0, 0.0, 0.0]
    exactly(cosine_similarity_search(np.array([255, 0], dtype=np.uint8), documents, top_k=6), *expected)


@numerics
def test_float32():
    """float32 query and documents"""
    rng = np.random.default_rng(8)
    query, documents = rng.normal(size=6).astype(np.float32), rng.normal(size=(50, 6)).astype(np.float32)
    judge(cosine_similarity_search(query, documents, top_k=7), query, documents, 7, rtol=1e-5, atol=1e-5)


@contract
@each("top_k", [0, -1, -3])
def test_refuses_top_k_below_one(top_k):
    """top_k = {top_k} raises ValueError"""
    with raises(ValueError):
        cosine_similarity_search(np.array([1.0, 2.0]), np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), top_k=top_k)


@contract
@each(("length", "n", "d"), [(3, 4, 2), (1, 4, 3), (3, 4, 1), (3, 3, 2), (2, 1, 4)])
def test_refuses_other_d(length, n, d):
    """A query of length {length} for {n} documents with {d} columns raises ValueError"""
    with raises(ValueError):
        cosine_similarity_search(np.arange(1.0, length + 1), np.arange(1.0, n * d + 1).reshape(n, d), top_k=1)


@contract
@each("dtype", ["float64", "int64"])
def test_arguments_left_alone(dtype):
    """Query and documents are as they were, with {dtype} input"""
    query, documents = np.array([6, 8]).astype(dtype), np.array([[5, 12], [0, 0], [8, -6]]).astype(dtype)
    query_before, documents_before = query.copy(), documents.copy()
    unpack(cosine_similarity_search(query, documents, top_k=2), "indices", "similarities")
    equal(query, query_before, what="the query after the call")
    equal(documents, documents_before, what="the documents after the call")


@stretch
@vectorised
def test_no_loop_over_documents():
    """The interpreter's work does not grow with the number of documents"""
    rng = np.random.default_rng(9)
    query, documents = rng.normal(size=4), rng.normal(size=(1200, 4))
    flat_growth(lambda n: cosine_similarity_search(query, documents[:n], top_k=3), sizes=(200, 1200), what="documents")
