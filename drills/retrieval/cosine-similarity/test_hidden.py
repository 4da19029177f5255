"""Hidden tests for cosine similarity."""

import math

import numpy as np
from solution import batch_cosine_similarity, cosine_similarity

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
    number,
    numerics,
    raises,
    vectorised,
)


def exact(a, b):
    """The cosine by Python numbers alone: `hypot` neither overflows nor underflows, and each vector is divided by its own norm first."""
    a, b = a.tolist(), b.tolist()
    length_a, length_b = math.hypot(*a), math.hypot(*b)
    if not length_a or not length_b:
        return 0.0
    return math.fsum((x / length_a) * (y / length_b) for x, y in zip(a, b, strict=True))


def exact_batch(query, docs):
    """The exact cosine of each row."""
    return np.array([exact(query, row) for row in docs])


def whole_range(dtype, shape, seed):
    """Integers over the whole range of a type, its smallest and largest value among them."""
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    values = np.random.default_rng(seed).integers(low, high, size=shape, dtype=dtype, endpoint=True)
    values[0], values[1] = low, high
    return values


INTEGERS = ["int8", "uint8", "int16", "int32", "int64"]


# --- one pair ---


@correctness
@each(
    ("a", "b", "cosine"),
    [
        ([3.0, 4.0], [4.0, 3.0], 0.96),
        ([1.0, 2.0, 2.0], [2.0, -1.0, 2.0], 4 / 9),
        ([1.0, 0.0], [0.0, 1.0], 0.0),
        ([3.0, 4.0], [-4.0, -3.0], -0.96),
        ([2.0, -5.0], [-2.0, 5.0], -1.0),
        ([7.0], [7.0], 1.0),
        ([1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, -1.0], 0.5),
    ],
    ids=["acute", "three entries", "right angle", "obtuse", "opposite", "one entry", "four entries"],
)
def test_pair_by_hand(a, b, cosine):
    """The cosine of two vectors that one can check by hand"""
    close(cosine_similarity(np.array(a), np.array(b)), cosine)


@correctness
@each("d", [1, 2, 3, 10, 300])
def test_pair_random(d):
    """Random vectors, d = {d}"""
    rng = np.random.default_rng(d)
    a, b = rng.normal(size=d) + 0.2, rng.normal(size=d) - 0.3
    close(cosine_similarity(a, b), exact(a, b))
    close(cosine_similarity(b, a), exact(a, b), what="the result with a and b exchanged")


@correctness
def test_pair_ignores_length():
    """Longer and shorter vectors have the same cosine, a negative factor turns its sign"""
    a, b = np.array([3.0, 4.0]), np.array([4.0, 3.0])
    close(cosine_similarity(100.0 * a, b), 0.96)
    close(cosine_similarity(a, 0.001 * b), 0.96)
    close(cosine_similarity(-7.0 * a, 0.5 * b), -0.96)


@contract
def test_pair_is_one_number():
    """The pair form returns one number, not an array with one entry"""
    close(number(cosine_similarity(np.array([3.0, 4.0]), np.array([8.0, 6.0]))), 0.96)
    close(number(cosine_similarity(np.array([2.0]), np.array([-3.0]))), -1.0)
    close(number(cosine_similarity(np.array([0.0]), np.array([-3.0]))), 0.0)


@edge
@each(
    ("a", "b"),
    [([0.0, 0.0], [3.0, 4.0]), ([3.0, 4.0], [0.0, 0.0]), ([0.0, 0.0], [0.0, 0.0]), ([0], [0])],
    ids=["a", "b", "both", "integers"],
)
def test_pair_zero_vector(a, b):
    """A vector of zeros gives 0"""
    close(cosine_similarity(np.array(a), np.array(b)), 0.0)


@numerics
def test_pair_stays_within_one():
    """Parallel vectors never give more than 1 or less than -1, not even by rounding"""
    rng = np.random.default_rng(21)
    for sign in (1.0, -1.0):
        for _ in range(40):
            a = rng.normal(size=rng.integers(2, 9))
            b = sign * rng.uniform(0.1, 10.0) * a
            close(number(cosine_similarity(a, b), low=-1.0, high=1.0, what="the cosine of parallel vectors"), sign)


@numerics
@each(("size_a", "size_b"), [(1e200, 1.0), (1.0, 1e-200), (1e200, 1e200), (1e-200, 1e-200), (1e-200, 1e200)])
def test_pair_huge_and_tiny(size_a, size_b):
    """Vectors of size {size_a} and {size_b} have the cosine of their directions"""
    a, b = np.array([0.3, -0.4, 0.0]), np.array([-0.4, 0.3, 1e-3])
    close(cosine_similarity(a * size_a, b * size_b), exact(a, b))
    close(cosine_similarity(np.array([size_a, 1e-200, 1.0]), np.array([0.5, 0.0, 0.0]) * size_b), size_a / math.hypot(size_a, 1.0, 1e-200))
    close(cosine_similarity(np.array([-3.0, 0.0]) * size_a, np.array([-4.0, 3.0]) * size_b), 0.8)
    close(cosine_similarity(np.array([-size_a, 1e-200]), np.array([-1.0, 0.0]) * size_b), size_a / math.hypot(size_a, 1e-200))


@numerics
@each("dtype", INTEGERS)
def test_pair_integers(dtype):
    """{dtype} vectors do not overflow"""
    for seed in range(5):
        a, b = whole_range(dtype, (4,), seed), whole_range(dtype, (4,), seed + 50)
        close(cosine_similarity(a, b), exact(a, b))
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    close(cosine_similarity(np.array([low, 0], dtype), np.array([high, 0], dtype)), -1.0 if low else 0.0)
    close(cosine_similarity(np.array([high, 1], dtype), np.array([2.0, 0.0])), high / math.hypot(high, 1))


@numerics
@each("size", [1.0, 1e30, 1e-30])
def test_pair_float32(size):
    """float32 vectors of size {size}"""
    a = (np.array([0.3, -0.4, 0.5]) * size).astype(np.float32)
    b = (np.array([0.1, 0.7, 0.2]) * size).astype(np.float32)
    close(cosine_similarity(a, b), exact(a, b), rtol=1e-5, atol=1e-6)
    close(cosine_similarity(a, -a), -1.0, rtol=1e-5, atol=1e-6)
    double = np.array([1e200, -1e200, 3e199])
    close(cosine_similarity(a, double), exact(a, double), rtol=1e-5, atol=1e-6, what="the result with a float64 vector near 1e200")


@contract
@each(("length_a", "length_b"), [(3, 2), (2, 3), (1, 3), (3, 1)])
def test_pair_other_length(length_a, length_b):
    """Vectors of lengths {length_a} and {length_b} raise ValueError"""
    with raises(ValueError):
        cosine_similarity(np.arange(1.0, length_a + 1), np.arange(1.0, length_b + 1))
    with raises(ValueError):
        cosine_similarity(np.zeros(length_a), np.arange(1.0, length_b + 1))
    with raises(ValueError):
        cosine_similarity(np.arange(1.0, length_a + 1), np.zeros(length_b))


# --- one against many ---


@correctness
def test_batch_by_hand():
    """One cosine for each document, in their order"""
    docs = np.array([[4.0, 3.0], [-4.0, 3.0], [3.0, 4.0], [-4.0, -3.0]])
    close(batch_cosine_similarity(np.array([3.0, 4.0]), docs), [0.96, 0.0, 1.0, -0.96])


@correctness
@each(("n", "d"), [(1, 1), (1, 5), (6, 1), (4, 4), (3, 20), (200, 7)])
def test_batch_random(n, d):
    """{n} random documents, d = {d}"""
    rng = np.random.default_rng(10 * n + d)
    query, docs = rng.normal(size=d) + 0.2, rng.normal(size=(n, d)) - 0.3
    close(batch_cosine_similarity(query, docs), exact_batch(query, docs))


@correctness
def test_batch_ignores_length():
    """Each document is divided by its own norm"""
    docs = np.array([[4.0, 3.0], [400.0, 300.0], [-0.04, -0.03], [0.0, 9.0]])
    close(batch_cosine_similarity(np.array([0.3, 0.4]), docs), [0.96, 0.96, -0.96, 0.8])


@correctness
def test_batch_agrees_with_pair():
    """The batch form gives what the pair form gives for each document"""
    rng = np.random.default_rng(22)
    query, docs = rng.normal(size=6), rng.normal(size=(12, 6)) * rng.uniform(0.01, 100.0, size=(12, 1))
    together = array(batch_cosine_similarity(query, docs), (12,), kind="f", what="the batch form")
    for row, cosine in zip(docs, together, strict=True):
        pair = number(cosine_similarity(query, row), what="the pair form")
        check(abs(pair - cosine) <= 1e-9, "the two forms differ", returned=float(cosine), expected=pair)


@edge
def test_batch_zero_document():
    """A document of zeros gives 0 and leaves the others alone"""
    docs = np.array([[4.0, 3.0], [0.0, 0.0], [-3.0, -4.0], [0.0, 0.0]])
    close(batch_cosine_similarity(np.array([3.0, 4.0]), docs), [0.96, 0.0, -1.0, 0.0])
    close(batch_cosine_similarity(np.array([3, 4]), np.zeros((1, 2), dtype=int)), [0.0])


@edge
def test_batch_zero_query():
    """A query of zeros gives 0 for every document"""
    close(batch_cosine_similarity(np.zeros(3), np.array([[1.0, 2.0, 3.0], [0.0, 0.0, 0.0], [-4.0, 0.0, 1.0]])), [0.0, 0.0, 0.0])


@numerics
def test_batch_stays_within_one():
    """Documents parallel to the query never give more than 1 or less than -1"""
    rng = np.random.default_rng(23)
    for d in (2, 3, 5, 8):
        query = rng.normal(size=d)
        signs = np.where(np.arange(600) % 2, -1.0, 1.0)
        docs = (signs * rng.uniform(0.1, 10.0, size=600))[:, np.newaxis] * query
        cosines = array(batch_cosine_similarity(query, docs), (600,), kind="f")
        excess = float(np.max(np.abs(cosines)) - 1.0)
        check(excess <= 0.0, f"a cosine lies outside [-1, 1] by {excess:.2g}", returned=cosines, expected="values from -1 to 1")
        close(cosines, signs)


@numerics
@each(("size_query", "size_docs"), [(1e200, 1.0), (1.0, 1e-200), (1e200, 1e200), (1e-200, 1e-200), (1e-200, 1e200)])
def test_batch_huge_and_tiny(size_query, size_docs):
    """A query of size {size_query} and documents of size {size_docs} have the cosines of their directions"""
    query, docs = np.array([0.3, -0.4, 0.1]), np.array([[0.4, -0.3, 0.0], [-0.1, -0.9, 0.5], [0.2, 0.2, 0.2]])
    close(batch_cosine_similarity(query * size_query, docs * size_docs), exact_batch(query, docs))


@numerics
def test_batch_rows_of_all_sizes():
    """Huge, tiny and ordinary documents side by side do not disturb each other"""
    docs = np.array([[4.0, 3.0], [-4e200, -3e200], [4e-200, 3e-200], [0.0, 0.0], [1e200, 1e-200], [0.0, 2e-100], [-1e200, 0.0], [1e-200, -1e200]])
    close(batch_cosine_similarity(np.array([3.0, 4.0]), docs), [0.96, -0.96, 0.96, 0.0, 0.6, 0.8, -0.6, -0.8])


@numerics
@each("dtype", INTEGERS)
def test_batch_integers(dtype):
    """{dtype} documents do not overflow"""
    query, docs = whole_range(dtype, (3,), 24), whole_range(dtype, (20, 3), 25)
    close(batch_cosine_similarity(query, docs), exact_batch(query, docs))
    close(batch_cosine_similarity(query.astype(float), docs), exact_batch(query, docs), what="the result for a float query")
    close(batch_cosine_similarity(query, docs.astype(float)), exact_batch(query, docs), what="the result for float documents")


@numerics
@each("size", [1.0, 1e30, 1e-30])
def test_batch_float32(size):
    """float32 documents of size {size}"""
    rng = np.random.default_rng(26)
    query, docs = (rng.normal(size=4) * size).astype(np.float32), (rng.normal(size=(30, 4)) * size).astype(np.float32)
    close(batch_cosine_similarity(query, docs), exact_batch(query, docs), rtol=1e-5, atol=1e-6)
    double = np.array([1e200, -1e200, 3e199, 0.0])
    result = batch_cosine_similarity(double, docs)
    close(result, exact_batch(double, docs), rtol=1e-5, atol=1e-6, what="the result for a float64 query near 1e200")


@contract
@each(("length", "n", "d"), [(3, 4, 2), (2, 4, 3), (1, 4, 3), (3, 4, 1), (3, 3, 2), (2, 1, 4)])
def test_batch_other_length(length, n, d):
    """A query of length {length} for {n} documents with {d} columns raises ValueError"""
    with raises(ValueError):
        batch_cosine_similarity(np.arange(1.0, length + 1), np.arange(1.0, n * d + 1).reshape(n, d))
    with raises(ValueError):
        batch_cosine_similarity(np.zeros(length), np.arange(1.0, n * d + 1).reshape(n, d))
    with raises(ValueError):
        batch_cosine_similarity(np.arange(1.0, length + 1), np.zeros((n, d)))


@contract
@each("dtype", ["float64", "float32", "int64"])
def test_arguments_left_alone(dtype):
    """The arguments are as they were, with {dtype} input"""
    a, b = np.array([6.0, 8.0]).astype(dtype), np.array([[5.0, 12.0], [0.0, 0.0], [8.0, -6.0]]).astype(dtype)
    a_before, b_before = a.copy(), b.copy()
    close(cosine_similarity(a, b[0]), 63 / 65, rtol=1e-5)
    close(batch_cosine_similarity(a, b), [63 / 65, 0.0, 0.0], rtol=1e-5, atol=1e-6)
    equal(a, a_before, what="the first argument after the calls")
    equal(b, b_before, what="the documents after the call")


@vectorised
def test_no_loop_over_documents():
    """The interpreter's work does not grow with the number of documents"""
    rng = np.random.default_rng(27)
    query, docs = rng.normal(size=4), rng.normal(size=(1200, 4))
    flat_growth(lambda n: batch_cosine_similarity(query, docs[:n]), sizes=(200, 1200), what="documents")
