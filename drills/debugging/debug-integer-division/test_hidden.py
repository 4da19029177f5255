"""Hidden tests for the centroids without fractions."""

from fractions import Fraction

import numpy as np
from solution import update_centroids

from drillkit.testing import array, close, contract, correctness, each, edge, equal, numerics


def means(X, labels, centroids):
    """The new centroids in exact fractions."""
    result = [[float(v) for v in row] for row in centroids.tolist()]
    for j in range(len(result)):
        rows = [row for row, label in zip(X.tolist(), labels.tolist(), strict=True) if label == j]
        if rows:
            result[j] = [float(sum(map(Fraction, column)) / len(rows)) for column in zip(*rows, strict=True)]
    return result


def compare(X, labels, centroids, rtol=1e-12, atol=1e-11):
    close(update_centroids(X, labels, centroids), means(X, labels, centroids), rtol=rtol, atol=atol)


def pixels(n, d, k, dtype, seed):
    """Rows, labels and centroids of whole numbers from 0 to 100; no cluster is empty, and hardly a mean is whole."""
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.arange(n) % k)
    return rng.integers(0, 101, size=(n, d)).astype(dtype), labels, rng.integers(0, 101, size=(k, d)).astype(dtype)


@correctness
def test_by_hand():
    """Two clusters of whole numbers, with means 1.25 and 7.5"""
    X = np.array([[1], [7], [1], [2], [8], [1]])
    close(update_centroids(X, np.array([0, 1, 0, 0, 1, 0]), np.array([[1], [7]])), [[1.25], [7.5]])


@correctness
@each("dtype", ["uint8", "int8", "int32", "int64"])
def test_integer_rows_and_centroids(dtype):
    """Rows and centroids of {dtype}: the means keep their fractions"""
    compare(*pixels(31, 3, 4, dtype, 0))


@correctness
@each("dtype", ["uint8", "int64"])
def test_float_rows_integer_centroids(dtype):
    """Rows of floats, centroids of {dtype}: the means keep their fractions"""
    X, labels, centroids = pixels(20, 2, 3, dtype, 1)
    compare(X + 0.3, labels, centroids)


@correctness
@each("dtype", ["uint8", "int64"])
def test_integer_rows_float_centroids(dtype):
    """Rows of {dtype}, centroids of floats"""
    X, labels, centroids = pixels(20, 2, 3, dtype, 2)
    compare(X, labels, centroids + 0.7)


@correctness
@each(("n", "d", "k"), [(30, 2, 5), (12, 6, 3), (5, 1, 5)])
def test_float_rows_and_centroids(n, d, k):
    """{n} rows of {d} floats, {k} clusters"""
    rng = np.random.default_rng(n)
    compare(rng.normal(size=(n, d)), rng.permutation(np.arange(n) % k), rng.normal(size=(k, d)))


@correctness
@each(("rows", "old"), [("int64", "uint8"), ("uint8", "int64"), ("int8", "uint16")])
def test_integers_of_different_widths(rows, old):
    """Rows of {rows}, centroids of {old}"""
    X, labels, _ = pixels(17, 3, 3, rows, 3)
    if rows == "int64":
        X = X * 1000 - 7
    compare(X, labels, np.full((3, 3), 200, dtype=old))


@correctness
@each("dtype", ["int8", "int64"])
def test_means_below_zero(dtype):
    """Negative means are neither cut towards 0, nor rounded, nor floored"""
    X = np.array([[-1, 5], [-2, 4], [-2, -5], [-7, 0], [-8, -1]], dtype=dtype)
    compare(X, np.array([0, 0, 0, 1, 1]), X[[0, 3]])


@numerics
def test_large_integers():
    """Whole numbers around 2⁴⁰ keep all their digits"""
    X, labels, centroids = pixels(40, 2, 3, "int64", 4)
    compare(X + 2**40, labels, centroids - 2**40, rtol=2e-14)
    compare(X - 2**40, labels, centroids + 2**40, rtol=2e-14)


@numerics
@each("dtype", ["uint8", "int8", "int16"])
def test_many_bright_pixels(dtype):
    """600 rows at the top of {dtype}: their sum does not wrap around"""
    top = np.iinfo(dtype).max
    X = np.full((600, 2), top, dtype=dtype)
    X[::3, 1] -= 1
    compare(X, np.arange(600) % 2, np.zeros((2, 2), dtype=dtype))


@contract
@each("dtype", ["uint8", "int64", "float64"])
def test_result_is_float(dtype):
    """The result is (k, d) and float64 for {dtype}, also where all means are whole and one cluster is empty"""
    X = np.array([[1, 2, 3], [3, 2, 5]], dtype=dtype)
    array(update_centroids(X, np.array([1, 1]), np.ones((2, 3), dtype=dtype)), shape=(2, 3), kind="f")
    close(update_centroids(X, np.array([1, 1]), np.ones((2, 3), dtype=dtype)), [[1.0, 1.0, 1.0], [2.0, 2.0, 4.0]], kind="f")


@edge
@each("empty", [0, 1, 2])
def test_empty_cluster_keeps_its_centroid(empty):
    """Cluster {empty} of 3 has no rows: its centroid stays, the others move"""
    X, _, _ = pixels(9, 2, 3, "int64", 5)
    labels = np.array([j for j in range(3) if j != empty])[np.arange(9) % 2]
    compare(X, labels, np.array([[11, 12], [21, 22], [31, 32]]))


@edge
def test_several_empty_clusters():
    """All rows in one of five clusters: the other four stay"""
    X = np.array([[1, 2], [2, 2], [2, 5]], dtype=np.uint8)
    compare(X, np.array([3, 3, 3]), np.array([[9, 8], [7, 6], [5, 4], [3, 2], [1, 250]], dtype=np.uint8))


@edge
def test_empty_cluster_with_fractions():
    """The old centroid of an empty cluster keeps its fractions, also among whole-number rows"""
    X = np.array([[1, 2], [2, 2]])
    compare(X, np.array([1, 1]), np.array([[0.25, -3.75], [0.0, 0.0], [1e-3, 7.5]]))


@edge
@each("dtype", ["uint8", "int64", "float64"])
def test_cluster_at_zero(dtype):
    """Rows of zeros, or rows whose mean is 0, move their centroid there: that is no empty cluster"""
    X = np.array([[0, 0], [4, 1], [0, 0], [0, 2], [6, 0]], dtype=dtype)
    compare(X, np.array([0, 1, 0, 2, 1]), np.array([[3, 5], [8, 8], [9, 9]], dtype=dtype))
    if dtype != "uint8":
        X[4] = -X[1]
        compare(X, np.array([0, 1, 0, 2, 1]), np.array([[3, 5], [8, 8], [9, 9]], dtype=dtype))


@correctness
def test_order_of_rows():
    """The order of the rows does not matter"""
    X, labels, centroids = pixels(25, 3, 4, "uint8", 6)
    order = np.random.default_rng(7).permutation(25)
    expected = means(X, labels, centroids)
    close(update_centroids(X[order], labels[order], centroids), expected, what="the result for shuffled rows")
    order = np.argsort(labels)
    close(update_centroids(X[order], labels[order], centroids), expected, what="the result for sorted rows")


@edge
@each(("n", "d", "k"), [(1, 1, 1), (1, 3, 2), (4, 1, 1), (3, 2, 3)])
def test_sizes_of_one(n, d, k):
    """{n} rows, {d} columns, {k} clusters"""
    X, _, centroids = pixels(n, d, k, "int32", 8)
    compare(X, np.arange(n) % k, centroids)


@contract
@each("dtype", ["uint8", "float64"])
def test_leaves_its_arguments_alone(dtype):
    """Rows, labels and centroids of {dtype} are not modified"""
    X, labels, centroids = pixels(10, 2, 3, dtype, 9)
    before = X.copy(), labels.copy(), centroids.copy()
    compare(X, labels, centroids)
    for now, old, name in zip((X, labels, centroids), before, ("X", "labels", "centroids"), strict=True):
        equal(now, old, what=f"{name} after the call")
