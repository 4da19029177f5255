"""Hidden tests for top-k."""

import math

import numpy as np
from solution import top_k_similarity

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
    memory,
    numerics,
    peak_memory,
    raises,
    speed,
    stretch,
    unpack,
    vectorised,
)


def exact_scores(query, documents, normalize=True):
    """Score of each document by itself, in Python's unbounded integers and exactly rounded sums of floats."""
    q, scores = query.tolist(), []
    for row in documents.tolist():
        dot = math.fsum(a * b for a, b in zip(q, row, strict=True))
        length = math.hypot(*q) * math.hypot(*row) if normalize else 1.0
        scores.append(dot / length if length else 0.0)
    return np.array(scores)


def judge(result, query, documents, k, normalize=True, rtol=1e-9, atol=1e-12, kind="f"):
    """The k best documents (all, if there are fewer), best first, with their scores; equal scores in any order."""
    n, m = len(documents), min(k, len(documents))
    truth = exact_scores(query, documents, normalize)
    best = np.argsort(-truth, kind="stable")[:m]
    indices, scores = unpack(result, "indices", "scores")
    indices = array(indices, (m,), kind="i", what="indices")
    scores = array(scores, (m,), kind=kind, what="scores")
    check(bool(np.all((indices >= 0) & (indices < n))), f"an index is not among 0 to {n - 1}", returned=indices, expected=best)
    check(len(set(indices.tolist())) == m, "a document is returned twice", returned=indices, expected=best)
    found, tolerance = truth[indices], atol + rtol * np.abs(truth[best])
    left_out = np.abs(np.sort(found)[::-1] - truth[best]) > tolerance
    check(not left_out.any(), "a document is returned although a better one is left out", returned=indices, expected=best)
    misplaced = np.abs(found - truth[best]) > tolerance
    check(not misplaced.any(), "these are the right documents, but not best first", returned=indices, expected=best)
    close(scores, found, rtol, atol, kind=kind, what="scores")


def whole_range(dtype, shape, seed):
    """Integers over the whole range of a type, its smallest and largest value among them."""
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    values = np.random.default_rng(seed).integers(low, high, size=shape, dtype=dtype, endpoint=True)
    values[0], values[1] = low, high
    return values


@correctness
def test_by_hand():
    """The two nearest of four documents, best first, with their cosines"""
    documents = np.array([[0.0, 2.0], [3.0, 4.0], [-5.0, 0.0], [4.0, 3.0]])
    indices, scores = unpack(top_k_similarity(np.array([0.0, 10.0]), documents, k=2), "indices", "scores")
    equal(indices, [0, 1], what="indices")
    close(scores, [1.0, 0.8], what="scores")


@correctness
def test_length_does_not_matter():
    """A long document does not win by its length, nor does a short one lose"""
    documents = np.array([[0.0, 7.0], [500.0, 1200.0], [0.03, 0.04], [2.0, 0.0]])
    indices, scores = unpack(top_k_similarity(np.array([5.0, 0.0]), documents, k=3), "indices", "scores")
    equal(indices, [3, 2, 1], what="indices")
    close(scores, [1.0, 0.6, 5 / 13], what="scores")


@correctness
def test_documents_that_point_away():
    """Negative cosines keep their sign, and the least negative comes first"""
    documents = np.array([[-3.0, 4.0], [-1.0, 0.0], [-4.0, -3.0], [-5.0, 12.0]])
    indices, scores = unpack(top_k_similarity(np.array([2.0, 0.0]), documents, k=3), "indices", "scores")
    equal(indices, [3, 0, 2], what="indices")
    close(scores, [-5 / 13, -0.6, -0.8], what="scores")


@correctness
@each(
    ("n", "d", "k"), [(1, 1, 1), (1, 8, 1), (2, 3, 1), (9, 1, 4), (7, 7, 3), (40, 6, 5), (12, 30, 8), (30, 2, 17), (300, 17, 25)]
)
def test_random_documents(n, d, k):
    """Random documents of many shapes: the k best, best first"""
    rng = np.random.default_rng(100 * n + d)
    query, documents = 3 * rng.normal(size=d), rng.normal(size=(n, d)) * rng.uniform(0.1, 10, size=(n, 1))
    judge(top_k_similarity(query, documents, k), query, documents, k)


@correctness
def test_many_results_are_sorted():
    """400 of 2,000 documents come best first"""
    rng = np.random.default_rng(1)
    query, documents = rng.normal(size=8), rng.normal(size=(2000, 8))
    judge(top_k_similarity(query, documents, k=400), query, documents, 400)


@correctness
def test_each_score_belongs_to_its_index():
    """Each score is the cosine of the document at the index beside it"""
    rng = np.random.default_rng(2)
    query, documents = rng.normal(size=6), rng.normal(size=(600, 6))
    indices, scores = unpack(top_k_similarity(query, documents, k=200), "indices", "scores")
    indices = array(indices, (None,), kind="i", what="indices")
    check(bool(np.all((indices >= 0) & (indices < 600))), "an index is not among 0 to 599", returned=indices)
    check(len(indices) > 0, "nothing is returned", returned=indices)
    close(scores, exact_scores(query, documents)[indices], what="scores")


@correctness
def test_dot_product():
    """normalize=False scores by the dot product, so that length counts"""
    documents = np.array([[1.0, 0.0], [3.0, 4.0], [0.5, -9.0], [-2.0, 1.0]])
    indices, scores = unpack(top_k_similarity(np.array([2.0, 0.0]), documents, k=3, normalize=False), "indices", "scores")
    equal(indices, [1, 0, 2], what="indices")
    close(scores, [6.0, 2.0, 1.0], what="scores")
    rng = np.random.default_rng(3)
    query, documents = rng.normal(size=9), rng.normal(size=(120, 9)) * rng.uniform(0.1, 10, size=(120, 1))
    judge(top_k_similarity(query, documents, 30, False), query, documents, 30, normalize=False, atol=1e-11)


@correctness
def test_five_by_default():
    """Without k there are five results, by cosine"""
    rng = np.random.default_rng(4)
    query, documents = rng.normal(size=4), rng.normal(size=(33, 4)) * rng.uniform(0.1, 10, size=(33, 1))
    judge(top_k_similarity(query=query, documents=documents), query, documents, 5)


@edge
@each("n", [1, 2, 6, 50])
def test_k_is_n(n):
    """k = n gives all documents, best first"""
    rng = np.random.default_rng(n)
    query, documents = rng.normal(size=5), rng.normal(size=(n, 5))
    judge(top_k_similarity(query, documents, k=n), query, documents, n)


@edge
@each("n", [2, 6, 50])
def test_k_is_one_less_than_n(n):
    """k = n - 1 leaves out the worst document only"""
    rng = np.random.default_rng(10 + n)
    query, documents = rng.normal(size=5), rng.normal(size=(n, 5))
    judge(top_k_similarity(query, documents, k=n - 1), query, documents, n - 1)


@edge
@each(("n", "k"), [(1, 2), (3, 4), (3, 5), (8, 100)])
def test_k_above_n(n, k):
    """k above n gives all documents, best first"""
    rng = np.random.default_rng(20 + n)
    query, documents = rng.normal(size=3), rng.normal(size=(n, 3))
    judge(top_k_similarity(query, documents, k=k), query, documents, k)
    judge(top_k_similarity(query, documents, k=k, normalize=False), query, documents, k, normalize=False)


@edge
def test_zero_document():
    """A document of zeros scores 0 and stands between positive and negative cosines"""
    documents = np.array([[-1.0, 0.0], [0.0, 0.0], [3.0, 4.0], [-3.0, 4.0]])
    indices, scores = unpack(top_k_similarity(np.array([1.0, 0.0]), documents, k=4), "indices", "scores")
    equal(indices, [2, 1, 3, 0], what="indices")
    close(scores, [0.6, 0.0, -0.6, -1.0], what="scores")


@edge
def test_zero_query():
    """With a query of zeros every score is 0"""
    query, documents = np.zeros(3), np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0], [-4.0, 0.0, 1.0], [5.0, 5.0, 5.0]])
    judge(top_k_similarity(query, documents, k=3), query, documents, 3)


@edge
def test_equal_documents():
    """Of equal documents each is a result of its own, and still there are just k"""
    documents = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [4.0, 0.0], [0.0, 3.0], [0.0, -1.0], [0.0, 1.0]])
    query = np.array([2.0, 0.0])
    judge(top_k_similarity(query, documents, k=2), query, documents, 2)
    judge(top_k_similarity(query, documents, k=5), query, documents, 5)


@numerics
@each("factor", [1e-12, 1e12])
def test_scaled_documents(factor):
    """Documents times 1e-12 or 1e12 keep their cosines"""
    rng = np.random.default_rng(5)
    query, documents = rng.normal(size=4), 0.1 * rng.normal(size=(24, 4))
    judge(top_k_similarity(query, documents * factor, k=10), query, documents, 10)
    documents[::2] *= factor
    judge(top_k_similarity(query, documents, k=24), query, documents, 24)


@numerics
@each("factor", [1e-12, 1e12])
def test_scaled_query(factor):
    """A query times 1e-12 or 1e12 keeps its cosines"""
    rng = np.random.default_rng(6)
    query, documents = 0.1 * rng.normal(size=4), rng.normal(size=(24, 4))
    judge(top_k_similarity(query * factor, documents, k=10), query, documents, 10)


@numerics
@each("dtype", ["int8", "uint8", "int16", "int32", "int64"])
def test_integers_do_not_overflow(dtype):
    """Cosines of integer input are not spoilt by overflow"""
    query, documents = whole_range(dtype, (3,), seed=7), whole_range(dtype, (20, 3), seed=8)
    judge(top_k_similarity(query, documents, k=20), query, documents, 20)
    if dtype in ("int8", "int64"):
        judge(top_k_similarity(query.astype(float), documents, k=4), query, documents, 4)
        judge(top_k_similarity(query, documents.astype(float), k=4), query, documents, 4)
    least = np.full((1, 3), np.iinfo(dtype).min, dtype=dtype)  # -128 in int8: its absolute value wraps to itself
    judge(top_k_similarity(query, least, k=1), query, least, 1)
    judge(top_k_similarity(least[0], documents, k=4), least[0], documents, 4)


@numerics
@each("dtype", ["int8", "uint8", "int16", "int32"])
def test_integer_dot_products(dtype):
    """Dot products of integer input are not spoilt by overflow"""
    query, documents = whole_range(dtype, (3,), seed=9), whole_range(dtype, (20, 3), seed=10)
    result = top_k_similarity(query, documents, k=6, normalize=False)
    judge(result, query, documents, 6, normalize=False, atol=1e-9 * 4.0 ** np.iinfo(dtype).bits, kind="n")


@contract
@each("normalize", [True, False])
@each("dtype", ["float32", "float64"])
def test_scores_keep_the_dtype(dtype, normalize):
    """float32 input gives float32 scores, float64 input float64"""
    rng = np.random.default_rng(11)
    query, documents = rng.normal(size=6).astype(dtype), rng.normal(size=(50, 6)).astype(dtype)
    loose = {"rtol": 1e-5, "atol": 1e-5} if dtype == "float32" else {}
    result = top_k_similarity(query, documents, k=7, normalize=normalize)
    judge(result, query, documents, 7, normalize, **loose)
    array(unpack(result, "indices", "scores")[1], (7,), dtype=dtype, what="scores")


@contract
@each("normalize", [True, False])
@each("k", [0, -1, -3])
def test_refuses_k_below_one(k, normalize):
    """k below 1 raises ValueError"""
    with raises(ValueError):
        top_k_similarity(np.array([1.0, 2.0]), np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), k=k, normalize=normalize)


@contract
@each("normalize", [True, False])
@each(("length", "n", "d"), [(3, 4, 2), (2, 4, 3), (1, 4, 3), (3, 4, 1), (3, 3, 2), (2, 1, 4)])
def test_refuses_other_d(length, n, d, normalize):
    """A query of another length than the documents raises ValueError"""
    with raises(ValueError):
        top_k_similarity(np.arange(1.0, length + 1), np.arange(1.0, n * d + 1).reshape(n, d), k=1, normalize=normalize)
    if normalize:
        with raises(ValueError):
            top_k_similarity(np.zeros(length), np.zeros((n, d)), k=1)


@contract
@each("dtype", ["float64", "float32", "int64"])
@each("normalize", [True, False])
def test_arguments_left_alone(dtype, normalize):
    """Query and documents are as they were"""
    query, documents = np.array([6.0, 8.0]).astype(dtype), np.array([[5.0, 12.0], [0.0, 0.0], [8.0, -6.0]]).astype(dtype)
    query_before, documents_before = query.copy(), documents.copy()
    unpack(top_k_similarity(query, documents, k=2, normalize=normalize), "indices", "scores")
    equal(query, query_before, what="the query after the call")
    equal(documents, documents_before, what="the documents after the call")


@vectorised
@each("normalize", [True, False])
def test_no_loop_over_documents(normalize):
    """The interpreter's work does not grow with the number of documents"""
    rng = np.random.default_rng(12)
    query, documents = rng.normal(size=4), rng.normal(size=(1200, 4))
    flat_growth(lambda n: top_k_similarity(query, documents[:n], k=3, normalize=normalize), sizes=(200, 1200), what="documents")


@memory
@each(("dtype", "normalize"), [("float32", True), ("float32", False), ("float64", True)])
def test_memory(dtype, normalize):
    """At most 1.5 times the size of the documents is allocated"""
    rng = np.random.default_rng(13)
    query, documents = rng.random(256, dtype) - 0.5, rng.random((800, 256), dtype) - 0.5
    limit = 1.5 * documents.nbytes
    peak_memory(lambda: top_k_similarity(query, documents, normalize=normalize), limit=limit, what="1.5 times the documents")


@memory
@stretch
@each("dtype", ["float32", "float64"])
def test_no_copy(dtype):
    """Less than 0.2 times the size of the documents is allocated, so no copy of them"""
    rng = np.random.default_rng(14)
    query, documents = rng.random(256, dtype) - 0.5, rng.random((800, 256), dtype) - 0.5
    peak_memory(lambda: top_k_similarity(query, documents), limit=0.2 * documents.nbytes, what="0.2 times the documents")


@speed
@stretch
def test_faster_than_sorting_everything():
    """10 of 100,000 documents are found clearly faster than by sorting all scores"""
    rng = np.random.default_rng(15)
    query, documents = rng.standard_normal(3, np.float32), rng.standard_normal((100_000, 3), np.float32)
    speed(lambda: top_k_similarity(query, documents, k=10), limit=2.3, naive="accepted/full_argsort.py", what="10 of 100,000 documents")
