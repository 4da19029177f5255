"""Hidden tests for z-scores."""

import math

import numpy as np
from solution import apply_normalization, zscore_normalize

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
    stretch,
    unpack,
    vectorised,
)


def statistics(X):
    """Means and standard deviations (ddof 0) of the columns, from exactly rounded sums."""
    means, stds = [], []
    for column in X.T.tolist():
        mean = math.fsum(column) / len(column)
        means.append(mean)
        stds.append(math.sqrt(math.fsum((value - mean) ** 2 for value in column) / len(column)))
    return np.array(means), np.array(stds)


def normalized(X, **options):
    """The three results of zscore_normalize, each of its shape and kind."""
    X_norm, mean, std = unpack(zscore_normalize(X, **options), "X_norm", "mean", "std")
    return (
        array(X_norm, shape=X.shape, kind="f", what="X_norm"),
        array(mean, shape=X.shape[1:], kind="f", what="mean"),
        array(std, shape=X.shape[1:], kind="f", what="std"),
    )


@correctness
def test_by_hand():
    """Small matrices: X_norm, mean and std, ddof 0"""
    X_norm, mean, std = normalized(np.array([[2.0, 10.0], [6.0, 10.0], [2.0, 10.0], [6.0, 50.0]]))
    close(mean, [4.0, 20.0], what="mean")
    close(std, [2.0, math.sqrt(300.0)], what="std")
    third = 1 / math.sqrt(3)
    close(X_norm, [[-1.0, -third], [1.0, -third], [-1.0, -third], [1.0, 3 * third]], what="X_norm")


@correctness
@each("shape", [(2, 2), (3, 7), (40, 4), (5, 5)], ids=str)
def test_random_training_data(shape):
    """Random columns of different units, shape {shape}"""
    rng = np.random.default_rng(shape[0])
    X = rng.gamma(2.0, size=shape) * rng.uniform(0.1, 30.0, size=shape[1]) + rng.uniform(-50.0, 50.0, size=shape[1])
    X_norm, mean, std = normalized(X)
    true_mean, true_std = statistics(X)
    close(mean, true_mean, what="mean")
    close(std, true_std, what="std")
    close(X_norm, (X - true_mean) / true_std, atol=1e-9, what="X_norm")


@contract
@each("shape", [(1, 1), (1, 4), (5, 1), (3, 6)], ids=str)
def test_shapes(shape):
    """X of shape {shape}: X_norm has that shape, mean and std one entry a column"""
    X = np.arange(float(math.prod(shape))).reshape(shape) ** 2
    normalized(X)
    array(apply_normalization(X, np.zeros(shape[1]), np.ones(shape[1])), shape=shape, kind="f", what="the result of apply_normalization")


@edge
def test_column_below_epsilon():
    """A column that varies, but with std below epsilon, becomes exact zeros"""
    X = np.array([[0.0, 0.0, 1.0], [2e-9, 8.0, 2.0], [0.0, 0.0, 1.0], [2e-9, 8.0, 2.0]])
    X_norm, _, _ = normalized(X)
    equal(X_norm[:, 0], np.zeros(4), what="the first column, std 1e-9")
    close(X_norm[:, 1:], [[-1.0, -1.0], [1.0, 1.0]] * 2, what="the other columns")
    X_norm, _, _ = normalized(X, epsilon=1.5)
    equal(X_norm[:, [0, 2]], np.zeros((4, 2)), what="the columns with std 1e-9 and 0.5 at epsilon = 1.5")
    close(X_norm[:, 1], [-1.0, 1.0, -1.0, 1.0], what="the column with std 4 at epsilon = 1.5")


@contract
def test_std_is_returned_raw():
    """The returned std of a column below epsilon is neither 1 nor epsilon nor 0"""
    X = np.array([[0.0, 3.0], [2e-9, 3.5], [0.0, 3.0], [2e-9, 3.5]])
    _, mean, std = normalized(X)
    close(std, [1e-9, 0.25], atol=1e-18, what="std")
    close(mean, [1e-9, 3.25], atol=1e-18, what="mean")
    _, _, std = normalized(X, epsilon=0.5)
    close(std, [1e-9, 0.25], atol=1e-18, what="std at epsilon = 0.5")


@edge
def test_std_equal_to_epsilon():
    """A std of exactly epsilon is not below it: the column is scaled"""
    X = np.array([[0.0, 0.0], [1.0, 4.0]])
    X_norm, mean, std = normalized(X, epsilon=0.5)
    close(X_norm, [[-1.0, -1.0], [1.0, 1.0]], what="X_norm")
    close(apply_normalization(np.array([[2.0, 2.0]]), mean, std, epsilon=0.5), [[3.0, 0.0]], what="new data")


@numerics
@each("scale", [1.0, 1e-6, 4e-8], ids=str)
def test_epsilon_is_not_added(scale):
    """Small numbers times {scale}: std is not inflated by epsilon, nor in apply_normalization"""
    X = np.array([[1.0], [3.0], [1.0], [3.0]]) * scale
    X_norm, mean, std = normalized(X)
    close(X_norm, [[-1.0], [1.0], [-1.0], [1.0]], what="X_norm")
    close(std, [scale], atol=0.0, what="std")
    close(apply_normalization(6.0 * X, mean, std), [[4.0], [16.0], [4.0], [16.0]], what="new data")


@edge
def test_constant_column():
    """Columns of equal whole numbers: zeros, std exactly 0, neighbours undisturbed"""
    X = np.array([[4.0, 1.0, 0.0, -7.0], [4.0, 3.0, 0.0, -7.0], [4.0, 1.0, 0.0, -7.0], [4.0, 3.0, 0.0, -7.0]])
    X_norm, mean, std = normalized(X)
    close(mean, [4.0, 2.0, 0.0, -7.0], what="mean")
    equal(std[[0, 2, 3]], np.zeros(3), what="std of the constant columns")
    equal(X_norm[:, [0, 2, 3]], np.zeros((4, 3)), what="the constant columns")
    close(X_norm[:, 1], [-1.0, 1.0, -1.0, 1.0], what="the column between them")


@edge
@each("value", [0.1, -0.7, 1e9 / 3], ids=str)
def test_constant_with_a_rounding_residue(value):
    """A column of nothing but {value}: exact zeros, std exactly 0"""
    for n in (10, 12, 50):
        X_norm, mean, std = normalized(np.column_stack([np.full(n, value), np.arange(n) % 2]))
        equal(X_norm[:, 0], np.zeros(n), what="the constant column")
        equal(std[0], 0.0, what="its std")
        close(mean, [value, 0.5], what="mean")
        close(X_norm[:, 1], [-1.0, 1.0] * (n // 2), what="the other column")


@edge
def test_one_row():
    """A single row: zeros, the row as mean, std 0"""
    X_norm, mean, std = normalized(np.array([[3.5, -2.0, 0.1, 1e6]]))
    equal(X_norm, np.zeros((1, 4)), what="X_norm")
    close(mean, [3.5, -2.0, 0.1, 1e6], what="mean")
    equal(std, np.zeros(4), what="std")


@numerics
def test_large_mean():
    """Means 1e8 times larger than the spread do not spoil std"""
    steps = np.array([[0.0, 1.0], [1.0, 4.0], [3.0, -2.0], [8.0, 0.0]])
    X_norm, mean, std = normalized(steps + [1e8, -3e8])
    true_mean, true_std = statistics(steps)
    close(mean, true_mean + [1e8, -3e8], what="mean")
    close(std, true_std, rtol=1e-6, what="std")
    close(X_norm, (steps - true_mean) / true_std, rtol=1e-6, atol=1e-6, what="X_norm")


@numerics
@each("dtype", ["int8", "uint8", "int64", "uint64"])
def test_training_integers(dtype):
    """{dtype} training data over the whole range of the type gives fractions and does not wrap around"""
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    X = np.random.default_rng(2).integers(low, high, size=(30, 3), dtype=dtype, endpoint=True)
    X[:, 1] = np.arange(30) % 7
    X[:, 2] = 100
    X_norm, mean, std = normalized(X)
    true_mean, true_std = statistics(X)
    close(mean, true_mean, what="mean")
    close(std, true_std, what="std")
    close(X_norm[:, :2], (X - true_mean)[:, :2] / true_std[:2], atol=1e-9, what="X_norm")
    equal(X_norm[:, 2], np.zeros(30), what="the constant column")


@numerics
def test_training_float32():
    """float32 training data, a constant column of 0.1 among it"""
    X = np.random.default_rng(3).normal(2.0, 3.0, size=(20, 3)).astype(np.float32)
    X[:, 1] = 0.1
    X_norm, mean, std = normalized(X)
    true_mean, true_std = statistics(X)
    close(mean, true_mean, rtol=1e-4, what="mean")
    close(X_norm[:, [0, 2]], ((X - true_mean) / np.where(true_std < 1e-8, 1.0, true_std))[:, [0, 2]], rtol=1e-4, atol=1e-4, what="X_norm")
    equal(X_norm[:, 1].astype(float), np.zeros(20), what="the constant column")
    equal(float(std[1]), 0.0, what="its std")


@correctness
def test_apply_by_hand():
    """New data: (X - mean) / std with the given mean and std"""
    X = np.array([[1.0, 30.0], [5.0, -10.0], [0.0, 0.0]])
    close(apply_normalization(X, np.array([1.0, 10.0]), np.array([2.0, 40.0])), [[0.0, 0.5], [2.0, -0.5], [-0.5, -0.25]])


@correctness
def test_apply_uses_the_given_statistics():
    """New data from elsewhere is not re-centred or re-scaled by itself"""
    rng = np.random.default_rng(4)
    train, new = rng.normal(5.0, 2.0, size=(50, 3)), rng.normal(-30.0, 9.0, size=(20, 3))
    mean, std = statistics(train)
    close(apply_normalization(new, mean, std), (new - mean) / std, atol=1e-9)


@contract
def test_apply_row_by_row():
    """Each new row gets the same result alone as among others"""
    rng = np.random.default_rng(5)
    new, mean, std = rng.normal(size=(4, 3)), np.array([1.0, -2.0, 0.5]), np.array([2.0, 0.25, 0.0])
    expected = (new - mean) / [2.0, 0.25, 1.0]
    for i in range(4):
        close(apply_normalization(new[i : i + 1], mean, std), expected[i : i + 1], what=f"row {i} alone")
    close(apply_normalization(new, mean, std), expected, what="all rows")


@edge
def test_apply_below_epsilon():
    """New data in a column with std below epsilon is centred and not scaled, for any epsilon"""
    X, mean = np.array([[7.0, 3.0, 2.0], [4.0, 1.0, 1.0]]), np.array([4.0, 1.0, 0.0])
    std = np.array([1e-9, 0.5, 4.0])
    close(apply_normalization(X, mean, std), [[3.0, 4.0, 0.5], [0.0, 0.0, 0.25]], what="at the default epsilon")
    close(apply_normalization(X, mean, std, epsilon=1.0), [[3.0, 2.0, 0.5], [0.0, 0.0, 0.25]], what="at epsilon = 1")
    close(apply_normalization(X, mean, std, epsilon=1e-10), [[3e9, 4.0, 0.5], [0.0, 0.0, 0.25]], what="at epsilon = 1e-10")
    close(apply_normalization(X[[0, 0]], mean, std), [[3.0, 4.0, 0.5]] * 2, what="the result for two equal rows")


@edge
@each("value", [5.0, 0.1, 1e9 / 3], ids=str)
def test_apply_constant_training_column(value):
    """New data is centred and not scaled where the training data was all {value}"""
    _, mean, std = normalized(np.column_stack([np.full(10, value), np.arange(10) % 2]))
    new = np.array([[value + 2.0, 1.5], [value - 0.5, 0.0], [value, 0.5]])
    close(apply_normalization(new, mean, std), [[2.0, 2.0], [-0.5, -1.0], [0.0, 0.0]], rtol=1e-6, atol=1e-6)


@numerics
@each("dtype", ["int8", "uint8", "int64", "uint64"])
def test_apply_integers(dtype):
    """{dtype} new data gives fractions and does not wrap around"""
    X = np.array([[100, 3], [0, 120]]).astype(dtype)
    mean, std = np.array([-100.5, 121.0]), np.array([16.0, 0.0])
    close(apply_normalization(X, mean, std), [[12.53125, -118.0], [6.28125, -1.0]])
    low, high = float(np.iinfo(dtype).min), float(np.iinfo(dtype).max)
    ends = np.array([[np.iinfo(dtype).max, np.iinfo(dtype).min]], dtype=dtype)
    close(apply_normalization(ends, mean, std), [[(high + 100.5) / 16.0, low - 121.0]], what="the ends of the type's range")


@correctness
def test_training_and_new_data_agree():
    """The training data through apply_normalization is X_norm again, at a given epsilon too"""
    X = np.random.default_rng(6).normal(3.0, [0.001, 1.0, 40.0], size=(25, 3))
    X_norm, mean, std = normalized(X)
    close(apply_normalization(X, mean, std), X_norm, atol=1e-9, what="apply_normalization of the training data")
    X_norm, mean, std = normalized(X, epsilon=0.5)
    check(bool((X_norm[:, 0] == 0).all()), "a column with std 0.001 is not zeros at epsilon = 0.5", returned=X_norm)
    again = array(apply_normalization(X, mean, std, 0.5), shape=X.shape, kind="f")
    close(again[:, 1:], X_norm[:, 1:], atol=1e-9, what="the scaled columns of the training data at epsilon = 0.5")
    close(again[:, 0], X[:, 0] - X[:, 0].mean(), atol=1e-9, what="the column that is only centred at epsilon = 0.5")


@contract
@each("dtype", ["float64", "int64"])
def test_arguments_left_alone(dtype):
    """X, mean and std are as they were after the calls ({dtype})"""
    X, mean, std = np.array([[1, 5], [2, 5], [6, 5]]).astype(dtype), np.array([3.0, 5.0]), np.array([2.0, 0.0])
    before = X.copy()
    normalized(X)
    array(apply_normalization(X, mean, std), shape=(3, 2), kind="f")
    equal(X, before, what="X after the calls")
    equal(mean, np.array([3.0, 5.0]), what="mean after the call")
    equal(std, np.array([2.0, 0.0]), what="std after the call")


@stretch
@vectorised
def test_no_loop_over_rows():
    """The interpreter's work does not grow with the number of rows"""
    rng = np.random.default_rng(7)
    flat_growth(lambda n: zscore_normalize(rng.normal(size=(n, 3))), sizes=(200, 1200), what="rows")
    flat_growth(lambda n: apply_normalization(rng.normal(size=(n, 3)), np.zeros(3), np.ones(3)), sizes=(200, 1200), what="new rows")
