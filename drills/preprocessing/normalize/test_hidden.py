"""Hidden tests for normalize."""

import math

import numpy as np
from solution import normalize

from drillkit.testing import array, close, contract, correctness, each, edge, equal, flat_growth, numerics, stretch, vectorised


def expected_column(values):
    """One column in plain Python, with exactly rounded sums of exact fractions."""
    values = [float(value) for value in values]
    if len(set(values)) == 1:
        return [0.0] * len(values)
    centred = [value - values[0] for value in values]
    mean = math.fsum(centred) / len(values)
    scale = max(abs(value - mean) for value in centred)
    deviations = [(value - mean) / scale for value in centred]
    std = math.sqrt(math.fsum(value * value for value in deviations) / len(values))
    return [value / std for value in deviations]


def expected(X):
    return np.array([expected_column(column) for column in X.T.tolist()]).T.reshape(X.shape)


@correctness
def test_by_hand():
    """Each entry loses its column's mean and is divided by its column's standard deviation, ddof 0"""
    close(normalize(np.array([[2.0], [6.0]])), [[-1.0], [1.0]])
    close(normalize(np.array([[1.0], [1.0], [1.0], [5.0]])), [[-1 / math.sqrt(3)]] * 3 + [[math.sqrt(3)]])


@correctness
def test_columns_on_their_own():
    """Columns of different units are shifted and scaled by their own statistics"""
    X = np.array([[1.0, 1000.0, -0.25], [3.0, 3000.0, 0.75], [1.0, 1000.0, 0.75], [3.0, 3000.0, -0.25]])
    close(normalize(X), [[-1.0, -1.0, -1.0], [1.0, 1.0, 1.0], [-1.0, -1.0, 1.0], [1.0, 1.0, -1.0]])


@correctness
@each("shape", [(2, 1), (3, 7), (40, 4), (101, 2)], ids=str)
def test_random_matrices(shape):
    """Random entries of shape {shape}"""
    rng = np.random.default_rng(shape[0])
    X = rng.gamma(2.0, size=shape) * rng.uniform(0.1, 30.0, size=shape[1]) + rng.uniform(-50.0, 50.0, size=shape[1])
    close(normalize(X), expected(X), atol=1e-9)


@correctness
def test_mean_and_variance():
    """Every column of the result has mean 0 and variance 1"""
    X = np.random.default_rng(1).exponential(size=(60, 5)) * [0.01, 1.0, 7.0, 100.0, 3000.0]
    Z = array(normalize(X), shape=(60, 5), kind="f")
    close(Z.mean(axis=0), np.zeros(5), atol=1e-9, what="the means of the columns")
    close((Z**2).mean(axis=0), np.ones(5), what="the variances of the columns")


@contract
@each("shape", [(1, 1), (1, 4), (5, 1), (3, 6)], ids=str)
def test_shape_is_kept(shape):
    """X of shape {shape} gives that shape"""
    array(normalize(np.arange(float(math.prod(shape))).reshape(shape) ** 2), shape=shape, kind="f")


@correctness
def test_square_matrix():
    """In a square matrix it is the columns that are normalized, not the rows"""
    X = np.array([[0.0, 7.0, 1.0], [3.0, 1.0, 1.0], [3.0, 1.0, 7.0]])
    close(normalize(X), expected(X), atol=1e-9)


@edge
def test_constant_column():
    """A column of equal entries becomes zeros, and its neighbours are not disturbed"""
    X = np.array([[4.0, 1.0, 0.0, -7.0], [4.0, 3.0, 0.0, -7.0], [4.0, 1.0, 0.0, -7.0], [4.0, 3.0, 0.0, -7.0]])
    Z = array(normalize(X), shape=(4, 4), kind="f")
    equal(Z[:, [0, 2, 3]], np.zeros((4, 3)), what="the constant columns")
    close(Z[:, 1], [-1.0, 1.0, -1.0, 1.0], what="the column between them")


@edge
@each("value", [0.1, -0.7, 1e9 / 3, 1 / 3], ids=str)
def test_constant_fraction(value):
    """A column of nothing but {value} becomes exact zeros"""
    for n in (10, 50):
        Z = array(normalize(np.column_stack([np.full(n, value), np.arange(n) / 7])), shape=(n, 2), kind="f")
        equal(Z[:, 0], np.zeros(n), what="the constant column")
        close(Z[:, 1], expected_column(np.arange(n) / 7), atol=1e-9, what="the other column")


@edge
def test_all_columns_constant():
    """When every column is constant, all is 0"""
    equal(normalize(np.tile([0.1, 5.0, -0.7], (10, 1))), np.zeros((10, 3)))


@edge
def test_one_row():
    """A single row becomes zeros"""
    equal(normalize(np.array([[3.5, -2.0, 0.1, 1e6]])), np.zeros((1, 4)))
    equal(normalize(np.array([[7]])), np.zeros((1, 1)))


@edge
def test_almost_constant():
    """A column in which one entry differs is not constant"""
    X = np.zeros((5, 3))
    X[4, 0], X[0, 1], X[2, 2] = 5.0, -0.01, 1e-6
    close(normalize(X), np.array([[-0.5, -2.0, -0.5], [-0.5, 0.5, -0.5], [-0.5, 0.5, 2.0], [-0.5, 0.5, -0.5], [2.0, 0.5, -0.5]]))


@edge
def test_one_far_entry():
    """A far entry is not cut: the one 1 among 400 zeros becomes about 20"""
    X = np.zeros((401, 2))
    X[7, 0] = 1.0
    X[::2, 1] = 3.0
    Z = array(normalize(X), shape=(401, 2), kind="f")
    close(Z[7, 0], 20.0, what="the entry")
    close(np.delete(Z[:, 0], 7), np.full(400, -0.05), what="the zeros beside it")


@numerics
@each("factor", [1e-6, 1e-12, 1e-30, 1e-100], ids=str)
def test_tiny_column(factor):
    """Entries times {factor} are scaled to unit variance like any others"""
    X = np.array([[1.0, 2.0], [-2.0, 0.5], [4.0, 1.0], [0.0, -1.5]])
    close(normalize(X * [factor, 1.0]), expected(X), atol=1e-9)


@numerics
def test_small_spread_on_an_offset():
    """Entries between 1 and 1 + 1e-8 are scaled as well"""
    steps = np.array([[0.0], [1.0], [3.0], [8.0]])
    close(normalize(1.0 + steps * 2.0**-30), expected(steps), rtol=1e-4, atol=1e-4)


@numerics
def test_last_digits_count():
    """Entries that differ in their last digits only are not taken for equal"""
    steps = np.array([[0.0], [4.0], [0.0], [4.0]])
    close(normalize(1.0 + steps * 2.0**-46), [[-1.0], [1.0], [-1.0], [1.0]], rtol=0.05)
    close(normalize(np.array([[1.0, 3.0], [1.0 + 2.0**-50, 3.0]])), [[-1.0, 0.0], [1.0, 0.0]], rtol=0.05)


@numerics
@each("factor", [1e8, 1e30, 1e100], ids=str)
def test_large_entries(factor):
    """Entries times {factor} are scaled to unit variance like any others"""
    X = np.array([[0.1, 0.2], [-0.2, 0.5], [0.4, 0.1], [0.0, -0.5]])
    close(normalize(X * [1.0, factor]), expected(X), atol=1e-9)


@numerics
def test_integers():
    """Integers give fractions, not whole numbers"""
    X = np.array([[1, 10, 5], [2, -20, 5], [4, 70, 5], [4, 0, 5]])
    Z = array(normalize(X), shape=(4, 3), kind="f")
    close(Z, expected(X), atol=1e-9)
    equal(Z[:, 2], np.zeros(4), what="the constant column")


@numerics
@each("dtype", ["int8", "uint8", "int16", "uint32", "int64", "uint64"])
def test_narrow_integers(dtype):
    """{dtype}: entries over the whole range of the type"""
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    X = np.random.default_rng(2).integers(low, high, size=(30, 3), dtype=dtype, endpoint=True)
    X[:2, 0], X[:, 2] = (low, high), high
    Z = array(normalize(X), shape=(30, 3), kind="f")
    close(Z, expected(X), atol=1e-9)
    equal(Z[:, 2], np.zeros(30), what="the constant column")


@numerics
def test_float32():
    """float32 entries, a constant column of 0.1 among them"""
    X = np.random.default_rng(3).normal(2.0, 3.0, size=(20, 3)).astype(np.float32)
    X[:, 1] = 0.1
    Z = array(normalize(X), shape=(20, 3), kind="f")
    close(Z, expected(X), rtol=1e-4, atol=1e-4)
    equal(Z[:, 1].astype(float), np.zeros(20), what="the constant column")


@contract
@each("dtype", ["float64", "int64"])
def test_leaves_its_argument_alone(dtype):
    """X is as it was after the call ({dtype})"""
    X = np.array([[1, 5], [2, 5], [6, 5]]).astype(dtype)
    before = X.copy()
    array(normalize(X), shape=(3, 2), kind="f")
    equal(X, before, what="X after the call")


@stretch
@vectorised
def test_no_loop_over_rows():
    """The interpreter's work does not grow with the number of rows"""
    rng = np.random.default_rng(4)
    flat_growth(lambda n: normalize(rng.normal(size=(n, 3))), sizes=(200, 1200), what="rows")
