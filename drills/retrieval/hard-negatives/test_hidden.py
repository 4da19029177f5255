"""Hidden tests for hard negatives."""

import math

import numpy as np
from solution import hard_negatives

from drillkit.testing import (
    array,
    check,
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
    stretch,
    vectorised,
)


def exact_cosines(queries, docs):
    """Cosine of each query with each document, one pair at a time in Python numbers: (n_queries, n_docs)."""
    doc_rows = [(row, math.hypot(*row)) for row in docs.tolist()]
    table = []
    for q in queries.tolist():
        norm = math.hypot(*q)
        table.append(
            [math.fsum(a * b for a, b in zip(q, row, strict=True)) / (norm * size) if norm * size else 0.0 for row, size in doc_rows]
        )
    return np.array(table)


def judge(result, queries, docs, positives, k, tolerance=1e-9):
    """For each query the k best documents other than its positive, best first; equal cosines in any order."""
    n_queries, n_docs = len(queries), len(docs)
    truth = exact_cosines(queries, docs)
    truth[np.arange(n_queries), positives.astype(int)] = -np.inf
    expected = np.argsort(-truth, axis=1, kind="stable")[:, :k]
    best = np.take_along_axis(truth, expected, axis=1)

    found = array(result, (n_queries, k), kind="i")
    seen = {"returned": result, "expected": expected}
    check(bool(np.all((found >= 0) & (found < n_docs))), f"an index is not among 0 to {n_docs - 1}", **seen)
    found = found.astype(int)
    check(not np.any(found == positives[:, np.newaxis]), "a query's own positive is among its negatives", **seen)
    check(bool(np.all(np.diff(np.sort(found, axis=1), axis=1) > 0)), "a query has the same document twice", **seen)
    cosines = np.take_along_axis(truth, found, axis=1)
    left_out = np.abs(-np.sort(-cosines, axis=1) - best) > tolerance
    check(not left_out.any(), "a document is returned although a more similar one is left out", **seen)
    check(not np.any(np.abs(cosines - best) > tolerance), "these are the right documents, but not best first", **seen)


def whole_range(dtype, shape, seed):
    """Integers over the whole range of a type, its smallest and largest value among them."""
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    values = np.random.default_rng(seed).integers(low, high, size=shape, dtype=dtype, endpoint=True)
    values[0], values[1] = low, high
    return values


# Cosines with (1, 0): 1, 0.96, 0.8, 0.6, 0, -0.6, -1.
FAN = np.array([[1.0, 0.0], [24.0, 7.0], [4.0, 3.0], [3.0, 4.0], [0.0, 1.0], [-3.0, 4.0], [-1.0, 0.0]])


@correctness
def test_by_hand():
    """Two negatives for each of three queries, best first"""
    queries = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]])
    docs = np.array([[0.0, 5.0], [3.0, 4.0], [5.0, 0.0], [-4.0, 3.0], [-12.0, -5.0]])
    equal(hard_negatives(queries, docs, np.array([2, 0, 3]), k=2), np.array([[1, 0], [1, 3], [4, 0]]))


@correctness
@each(
    ("n_queries", "n_docs", "d", "k"),
    [
        (1, 2, 1, 1),
        (1, 2, 3, 1),
        (1, 9, 4, 3),
        (6, 2, 5, 1),
        (5, 4, 2, 3),
        (4, 9, 1, 4),
        (9, 9, 9, 2),
        (60, 40, 8, 10),
        (700, 12, 3, 9),
        (7, 50, 3, 49),
        (3, 300, 6, 5),
    ],
)
def test_random_queries(n_queries, n_docs, d, k):
    """{n_queries} queries, {n_docs} documents, d = {d}, k = {k}"""
    rng = np.random.default_rng(1000 * n_queries + n_docs + d)
    queries, docs = rng.normal(size=(n_queries, d)), rng.normal(size=(n_docs, d)) * rng.uniform(0.1, 10, size=(n_docs, 1))
    positives = rng.integers(0, n_docs, size=n_queries)
    judge(hard_negatives(queries, docs, positives, k), queries, docs, positives, k)


@correctness
def test_positive_that_is_nearest():
    """The positive is left out when it is the nearest document"""
    queries, positives = np.array([[2.0, 0.0], [24.0, 7.0], [-7.0, 0.0]]), np.array([0, 1, 6])
    judge(hard_negatives(queries, FAN, positives, k=3), queries, FAN, positives, 3)


@correctness
@each("rank", range(1, 7))
def test_positive_that_is_not_nearest(rank):
    """The positive is left out when {rank} documents are nearer"""
    expected = [i for i in range(7) if i != rank]
    for k in (6, 3):
        equal(hard_negatives(np.array([[3.0, 0.0]]), FAN, np.array([rank]), k=k), np.array([expected[:k]]))


@correctness
def test_positive_of_another_query():
    """The positive of one query may be a negative of another"""
    queries, positives = np.array([[1.0, 0.0], [1.0, 0.0], [1.0, 0.0]]), np.array([0, 1, 2])
    equal(hard_negatives(queries, FAN, positives, k=2), np.array([[1, 2], [0, 2], [0, 1]]))


@correctness
def test_shared_positive():
    """Queries that share a positive all leave it out"""
    queries = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 0.0], [0.0, 3.0], [4.0, 0.0]])
    positives = np.array([0, 4, 0, 4, 3])
    judge(hard_negatives(queries, FAN, positives, k=3), queries, FAN, positives, 3)


@correctness
def test_length_does_not_matter():
    """A long document does not win by its length, and a long query changes nothing"""
    docs = np.array([[600.0, 800.0], [0.04, 0.03], [7.0, 0.0], [0.0, -5000.0], [24.0, 7.0]])
    queries, positives = np.array([[1.0, 0.0], [1000.0, 0.0], [0.001, 0.0]]), np.array([3, 3, 2])
    equal(hard_negatives(queries, docs, positives, k=3), np.array([[2, 4, 1], [2, 4, 1], [4, 1, 0]]))


@correctness
def test_many_results_are_sorted():
    """1,000 of 5,000 documents come best first"""
    rng = np.random.default_rng(1)
    queries, docs, positives = rng.normal(size=(2, 6)), rng.normal(size=(5000, 6)), np.array([17, 4999])
    judge(hard_negatives(queries, docs, positives, k=1000), queries, docs, positives, 1000)


@edge
def test_all_cosines_negative():
    """The positive is left out although all other cosines are below 0"""
    queries = np.array([[1.0, 0.0], [2.0, 0.0], [1.0, 0.0], [5.0, 0.0]])
    docs, positives = np.array([[-3.0, 4.0], [-4.0, 3.0], [-24.0, 7.0], [-5.0, 12.0]]), np.array([0, 1, 2, 3])
    equal(hard_negatives(queries, docs, positives, k=2), np.array([[3, 1], [3, 0], [3, 0], [0, 1]]))


@edge
@each("d", [2, 16])
def test_all_cosines_minus_one(d):
    """The positive is left out although all other cosines are -1"""
    docs = np.array([[-1.0], [-2.0], [-4.0], [-8.0], [-1.0]]) * np.eye(1, d)
    queries, positives = np.full((5, 1), 2.0) * np.eye(1, d), np.arange(5)
    judge(hard_negatives(queries, docs, positives, k=4), queries, docs, positives, 4)


@edge
def test_copy_of_the_positive():
    """A copy of the positive at another index is a negative"""
    docs = np.array([[0.0, 1.0], [1.0, 0.0], [3.0, 4.0], [1.0, 0.0], [0.0, -1.0]])
    equal(hard_negatives(np.array([[1.0, 0.0], [1.0, 0.0]]), docs, np.array([1, 3]), k=2), np.array([[3, 2], [1, 2]]))


@edge
def test_equal_documents():
    """Of equal documents each is a negative of its own, and each query has just k"""
    docs = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [4.0, 0.0], [0.0, 3.0], [0.0, -1.0], [0.0, 1.0]])
    queries, positives = np.array([[2.0, 0.0], [0.0, 2.0], [-1.0, 0.0]]), np.array([3, 0, 2])
    for k in (1, 2, 4):
        judge(hard_negatives(queries, docs, positives, k), queries, docs, positives, k)


@edge
@each("n_docs", [2, 3, 10, 300])
def test_all_but_the_positive(n_docs):
    """k = n_docs - 1 for n_docs = {n_docs}: everything but the positive, best first"""
    rng = np.random.default_rng(n_docs)
    queries, docs, positives = rng.normal(size=(min(n_docs, 8), 4)), rng.normal(size=(n_docs, 4)), rng.permutation(n_docs)[:8]
    judge(hard_negatives(queries, docs, positives, n_docs - 1), queries, docs, positives, n_docs - 1)


@edge
def test_zero_document():
    """A document of zeros stands between positive and negative cosines"""
    docs = np.array([[-4.0, 3.0], [0.0, 0.0], [3.0, 4.0], [1.0, 0.0], [-3.0, 4.0]])
    equal(hard_negatives(np.array([[2.0, 0.0], [-2.0, 0.0]]), docs, np.array([3, 0]), k=4), np.array([[2, 1, 4, 0], [4, 1, 2, 3]]))


@edge
def test_zero_query():
    """A query of zeros gets k different documents, none of them its positive"""
    queries = np.zeros((7, 2))
    queries[3] = [1.0, 0.0]
    positives = np.arange(7)
    judge(hard_negatives(queries, FAN, positives, k=6), queries, FAN, positives, 6)
    judge(hard_negatives(queries, FAN, positives, k=2), queries, FAN, positives, 2)


@edge
def test_zero_positive():
    """A positive of zeros is left out like any other"""
    docs = np.array([[-4.0, 3.0], [0.0, 0.0], [3.0, 4.0], [0.0, 0.0]])
    equal(hard_negatives(np.array([[2.0, 0.0], [2.0, 0.0]]), docs, np.array([1, 3]), k=3), np.array([[2, 3, 0], [2, 1, 0]]))


@numerics
@each("dtype", ["int8", "uint8", "int16", "int32", "int64"])
def test_integers_do_not_overflow(dtype):
    """Cosines of {dtype} input are not spoilt by overflow"""
    queries, docs = whole_range(dtype, (5, 3), seed=2), whole_range(dtype, (16, 3), seed=3)
    positives = np.array([0, 15, 7, 7, 1])
    judge(hard_negatives(queries, docs, positives, k=6), queries, docs, positives, 6)
    judge(hard_negatives(queries.astype(float), docs, positives, k=6), queries, docs, positives, 6)
    judge(hard_negatives(queries, docs.astype(float), positives, k=6), queries, docs, positives, 6)


@numerics
def test_float32():
    """float32 input works"""
    rng = np.random.default_rng(4)
    queries, docs = rng.normal(size=(12, 5)).astype(np.float32), rng.normal(size=(60, 5)).astype(np.float32)
    positives = rng.integers(0, 60, size=12)
    judge(hard_negatives(queries, docs, positives, k=7), queries, docs, positives, 7, tolerance=1e-5)


@contract
@each("dtype", ["int8", "uint8", "int32", "uint64"])
def test_positives_of_any_width(dtype):
    """Positives of type {dtype} are indices like any others"""
    rng = np.random.default_rng(5)
    queries, docs = rng.normal(size=(6, 3)), rng.normal(size=(100, 3))
    positives = np.array([99, 0, 50, 99, 1, 7], dtype=dtype)
    judge(hard_negatives(queries, docs, positives, k=99), queries, docs, positives, 99)


@contract
@each("k", [0, -1, -3])
def test_refuses_k_below_one(k):
    """k = {k} raises ValueError"""
    with raises(ValueError):
        hard_negatives(np.array([[1.0, 0.0]]), FAN, np.array([2]), k=k)


@contract
@each(("n_docs", "k"), [(7, 7), (7, 8), (7, 100), (2, 2), (1, 1)])
def test_refuses_k_above_the_rest(n_docs, k):
    """k = {k} with {n_docs} documents, one of them the positive, raises ValueError"""
    with raises(ValueError):
        hard_negatives(np.array([[1.0, 0.0], [0.0, 1.0]]), FAN[:n_docs], np.array([0, 0]), k=k)


@contract
@each("positive", [-1, -7, -8, -100])
def test_refuses_negative_positive(positive):
    """A positive of {positive} raises ValueError, also when the others are right"""
    with raises(ValueError):
        hard_negatives(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), FAN, np.array([0, positive, 6]), k=2)


@contract
@each("positive", [7, 8, 1000])
def test_refuses_positive_beyond_the_end(positive):
    """A positive of {positive} with 7 documents raises ValueError, also when the others are right"""
    with raises(ValueError):
        hard_negatives(np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), FAN, np.array([0, 6, positive]), k=2)


@contract
@each("dtype", ["float64", "float32", "int64"])
def test_arguments_left_alone(dtype):
    """Queries, documents and positives are as they were, with {dtype} input"""
    given = (np.array([[6.0, 8.0], [0.0, 0.0], [5.0, 0.0]]).astype(dtype), FAN.astype(dtype), np.array([3, 0, 6]))
    before = [argument.copy() for argument in given]
    array(hard_negatives(*given, k=2), (3, 2), kind="i")
    for argument, copy, name in zip(given, before, ("queries", "docs", "positives"), strict=True):
        equal(argument, copy, what=f"{name} after the call")


@vectorised
def test_no_loop_over_queries():
    """The interpreter's work does not grow with the number of queries"""
    rng = np.random.default_rng(6)
    queries, docs, positives = rng.normal(size=(100, 4)), rng.normal(size=(20, 4)), rng.integers(0, 20, size=100)
    # Blocks of a hundred are allowed, and one may cost hundreds of steps: up to 100 queries there is a single one.
    flat_growth(lambda n: hard_negatives(queries[:n], docs, positives[:n], k=3), sizes=(4, 100), what="queries")


@vectorised
def test_no_loop_over_documents():
    """The interpreter's work does not grow with the number of documents"""
    rng = np.random.default_rng(7)
    queries, docs, positives = rng.normal(size=(5, 4)), rng.normal(size=(1600, 4)), rng.integers(0, 100, size=5)
    flat_growth(lambda n: hard_negatives(queries, docs[:n], positives, k=3), sizes=(100, 1600), what="documents")


@memory
@stretch
def test_blocks_of_queries():
    """4,000 queries and 10,000 documents need no more than 64 MB"""
    rng = np.random.default_rng(8)
    queries, docs = rng.normal(size=(4000, 4)), rng.normal(size=(10_000, 4))
    positives = rng.integers(0, 10_000, size=4000)
    results = []
    peak_memory(lambda: results.append(hard_negatives(queries, docs, positives, k=3)), limit=64e6, what="64 MB")
    some = [0, 1999, 3999]
    judge(array(results[-1], (4000, 3), kind="i")[some], queries[some], docs, positives[some], 3)
