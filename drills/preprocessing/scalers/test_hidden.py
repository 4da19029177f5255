"""Hidden tests for the standard and the min-max scaler."""

import math

import numpy as np
from solution import MinMaxScaler, StandardScaler

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
    vectorised,
)


def columns(X):
    return [[float(value) for value in column] for column in X.T.tolist()]


def mean_and_std(X):
    """Mean and standard deviation (ddof 0) of each column, from exactly rounded sums."""
    means = [math.fsum(column) / len(column) for column in columns(X)]
    stds = [math.sqrt(math.fsum((v - m) ** 2 for v in c) / len(c)) for c, m in zip(columns(X), means, strict=True)]
    return np.array(means), np.array(stds)


def random_data(n, d, seed):
    rng = np.random.default_rng(seed)
    return rng.gamma(2.0, size=(n, d)) * rng.uniform(0.5, 20.0, size=d) + rng.uniform(-30.0, 30.0, size=d)


def there_and_back(scaler, X):
    return scaler.inverse_transform(array(scaler.transform(X), shape=X.shape, kind="f", what="transform(X)"))


@correctness
def test_standard_by_hand():
    """StandardScaler: mean, std (ddof 0) and z-scores of a small matrix"""
    X = np.array([[2.0, 10.0], [6.0, 30.0], [2.0, 10.0], [6.0, 30.0]])
    scaler = StandardScaler().fit(X)
    close(scaler.mean, [4.0, 20.0], what="mean")
    close(scaler.std, [2.0, 10.0], what="std")
    close(scaler.transform(X), [[-1.0, -1.0], [1.0, 1.0]] * 2)


@correctness
@each("shape", [(2, 2), (3, 7), (40, 3), (25, 1)])
def test_standard_random(shape):
    """StandardScaler on random columns of different units"""
    X, new = random_data(*shape, 1), random_data(5, shape[1], 2)
    mean, std = mean_and_std(X)
    scaler = StandardScaler().fit(X)
    close(scaler.mean, mean, what="mean")
    close(scaler.std, std, what="std")
    close(scaler.transform(X), (X - mean) / std, atol=1e-9, what="the training data")
    close(scaler.transform(new), (new - mean) / std, atol=1e-9, what="new data")


@edge
@each("value", [5.0, 0.1, -0.7, 1e9 / 3])
def test_standard_constant_column(value):
    """A constant column is centred and not scaled, its std is reported as 0"""
    X = np.column_stack([np.full(10, value), np.arange(10) % 2])
    scaler = StandardScaler().fit(X)
    small = 1e-12 * max(1.0, abs(value))
    close(scaler.mean, [value, 0.5], what="mean")
    equal(np.asarray(array(scaler.std, shape=(2,), what="std"), dtype=float)[0], 0.0, what="std of the constant column")
    close(scaler.transform(X), np.column_stack([np.zeros(10), X[:, 1] * 2 - 1]), atol=small, what="the training data")
    close(scaler.transform(np.array([[value + 3.0, 2.0], [value - 0.5, 0.0]])), [[3.0, 3.0], [-0.5, -1.0]], atol=2 * small, what="new data")


@edge
def test_standard_tiny_spread():
    """A column with a spread of 1e-12 is not constant"""
    X = np.array([[0.0, 3.0], [2e-12, 3.0], [0.0, 3.0], [2e-12, 3.0]])
    scaler = StandardScaler().fit(X)
    close(scaler.std, [1e-12, 0.0], atol=1e-20, what="std")
    close(scaler.transform(X), [[-1.0, 0.0], [1.0, 0.0]] * 2, what="the training data")
    close(scaler.transform(np.array([[4e-12, 4.0]])), [[3.0, 1.0]], what="new data")


@contract
def test_standard_new_data():
    """StandardScaler treats each new row by the fitted statistics alone"""
    X, new = random_data(30, 3, 3), random_data(4, 3, 4) - 50.0
    mean, std = mean_and_std(X)
    scaler = StandardScaler().fit(X)
    for i in range(4):
        close(scaler.transform(new[i : i + 1]), (new[i : i + 1] - mean) / std, atol=1e-9, what=f"row {i} alone")
    close(scaler.mean, mean, what="mean after transform")
    close(scaler.std, std, what="std after transform")


@correctness
def test_standard_inverse():
    """StandardScaler.inverse_transform undoes transform, in constant columns and for other rows too"""
    X = np.array([[1.0, 5.0, 0.1], [3.0, 5.0, 0.1], [1.0, 5.0, 0.1], [3.0, 5.0, 0.1]])
    scaler = StandardScaler().fit(X)
    close(
        scaler.inverse_transform(np.array([[0.0, 0.0, 0.0], [2.0, 1.0, -0.5]])),
        [[2.0, 5.0, 0.1], [4.0, 6.0, -0.4]],
        what="two rows by hand",
    )
    for rows in (X, np.array([[7.0, 8.0, -3.0], [0.0, 0.0, 0.0]])):
        close(there_and_back(scaler, rows), rows, what="inverse_transform(transform(X))")
    X = random_data(20, 4, 5)
    scaler = StandardScaler().fit(X)
    close(there_and_back(scaler, 3.0 * X + 1.0), 3.0 * X + 1.0, what="inverse_transform(transform(X))")


@correctness
def test_minmax_by_hand():
    """MinMaxScaler: min, max and the range 0 to 1 of a small matrix"""
    X = np.array([[2.0, -10.0], [4.0, 30.0], [3.0, 0.0], [6.0, 10.0]])
    scaler = MinMaxScaler().fit(X)
    close(scaler.min, [2.0, -10.0], what="min")
    close(scaler.max, [6.0, 30.0], what="max")
    close(scaler.transform(X), [[0.0, 0.0], [0.5, 1.0], [0.25, 0.25], [1.0, 0.5]])


@correctness
@each(("feature_range", "ends"), [((-1.0, 1.0), (-1, 1)), ((2.0, 10.0), (2, 10)), ((-5.0, -3.0), (-5, -3)), ((0, 255), (0, 255))])
def test_minmax_feature_range(feature_range, ends):
    """The fitted minimum goes to lo, the maximum to hi, the rest in proportion"""
    X = np.array([[2.0, 0.0], [4.0, -8.0], [3.0, -4.0]])
    lo, hi = ends
    middle = (lo + hi) / 2
    expected = [[lo, hi], [hi, lo], [middle, middle]]
    close(MinMaxScaler(feature_range=feature_range).fit(X).transform(X), expected)
    close(MinMaxScaler(feature_range).fit(X).transform(X), expected, what="with feature_range by position")


@correctness
@each("shape", [(2, 2), (3, 7), (40, 3), (25, 1)])
def test_minmax_random(shape):
    """MinMaxScaler on random columns of different units"""
    X, new = random_data(*shape, 6), random_data(5, shape[1], 7)
    low, high = (np.array([end(column) for column in columns(X)]) for end in (min, max))
    scaler = MinMaxScaler(feature_range=(-2.0, 3.0)).fit(X)
    close(scaler.min, low, what="min")
    close(scaler.max, high, what="max")
    close(scaler.transform(X), 5.0 * (X - low) / (high - low) - 2.0, atol=1e-9, what="the training data")
    close(scaler.transform(new), 5.0 * (new - low) / (high - low) - 2.0, atol=1e-9, what="new data")


@edge
@each("value", [5.0, 0.1, -0.7, 1e9 / 3])
def test_minmax_constant_column(value):
    """A constant column becomes lo; new data there become lo + (x - min)(hi - lo)"""
    X = np.column_stack([np.full(10, value), np.arange(10) % 2])
    small = 1e-11 * max(1.0, abs(value))
    new = np.array([[value + 3.0, 2.0], [value - 0.5, 0.0]])
    for lo, hi in ((0.0, 1.0), (-1.0, 3.0)):
        scaler = MinMaxScaler(feature_range=(lo, hi)).fit(X)
        close(scaler.transform(X), np.column_stack([np.full(10, lo), lo + X[:, 1] * (hi - lo)]), atol=small, what="the training data")
        expected = lo + np.array([[3.0, 2.0], [-0.5, 0.0]]) * (hi - lo)
        close(scaler.transform(new), expected, atol=small, what=f"new data, range ({lo}, {hi})")
    close(scaler.max, [value, 1.0], what="max")


@edge
def test_minmax_tiny_spread():
    """A column with a range of 2e-12 is not constant"""
    X = np.array([[0.0, 3.0], [2e-12, 3.0], [1e-12, 3.0]])
    scaler = MinMaxScaler().fit(X)
    close(scaler.transform(X), [[0.0, 0.0], [1.0, 0.0], [0.5, 0.0]], what="the training data")


@contract
def test_minmax_new_data():
    """MinMaxScaler does not clip new data, and does not fit to them"""
    scaler = MinMaxScaler(feature_range=(0.0, 2.0)).fit(np.array([[1.0, 0.0], [5.0, 10.0]]))
    close(scaler.transform(np.array([[7.0, -10.0], [-3.0, 20.0]])), [[3.0, -2.0], [-2.0, 4.0]], what="two rows outside the range")
    close(scaler.transform(np.array([[3.0, 5.0]])), [[1.0, 1.0]], what="one row")
    close(scaler.min, [1.0, 0.0], what="min after transform")


@correctness
def test_minmax_inverse():
    """MinMaxScaler.inverse_transform undoes transform, in constant columns and for other rows too"""
    X = np.array([[1.0, 5.0, 0.1], [3.0, 5.0, 0.1], [2.0, 5.0, 0.1]])
    scaler = MinMaxScaler(feature_range=(-1.0, 3.0)).fit(X)
    close(
        scaler.inverse_transform(np.array([[-1.0, -1.0, -1.0], [3.0, 3.0, 1.0]])),
        [[1.0, 5.0, 0.1], [3.0, 6.0, 0.6]],
        what="two rows by hand",
    )
    for rows in (X, np.array([[7.0, 8.0, -3.0], [0.0, 0.0, 0.0]])):
        close(there_and_back(scaler, rows), rows, what="inverse_transform(transform(X))")
    X = random_data(20, 4, 8)
    scaler = MinMaxScaler().fit(X)
    close(there_and_back(scaler, 3.0 * X + 1.0), 3.0 * X + 1.0, what="inverse_transform(transform(X))")


@numerics
def test_large_offset():
    """An offset of 1e9 does not spoil a spread of 1"""
    steps = np.array([[0.0, 1.0], [1.0, 0.25], [0.5, -1.0], [1.0, 0.0], [0.25, 0.5]])
    X, (mean, std) = steps + [1e9, -1e9], mean_and_std(steps)
    scaler = StandardScaler().fit(X)
    close(scaler.std, std, rtol=1e-6, what="std")
    close(scaler.transform(X), (steps - mean) / std, atol=2e-6, what="the z-scores")
    close(there_and_back(scaler, X), X, what="StandardScaler, there and back")
    scaler = MinMaxScaler().fit(X)
    close(scaler.transform(X), (steps - [0.0, -1.0]) / [1.0, 2.0], atol=2e-6, what="the min-max scaled data")
    close(there_and_back(scaler, X), X, what="MinMaxScaler, there and back")


@edge
def test_one_row():
    """A single row is a matrix of constant columns"""
    row = np.array([[3.5, -2.0, 0.0, 1e6]])
    scaler = StandardScaler().fit(row)
    close(scaler.mean, row[0], what="mean")
    close(scaler.std, np.zeros(4), what="std")
    close(scaler.transform(row), np.zeros((1, 4)), what="its z-scores")
    close(scaler.transform(row + 2.0), np.full((1, 4), 2.0), what="StandardScaler, another row")
    close(MinMaxScaler((1.0, 4.0)).fit(row).transform(row), np.ones((1, 4)), what="MinMaxScaler, range (1, 4)")


@numerics
@each(("dtype", "low", "high"), [("int8", -100, 100), ("uint8", 50, 250), ("int64", -100, 100)])
def test_integers(dtype, low, high):
    """Integers give fractions and do not wrap around"""
    half = (high - low) / 2
    X = np.array([[low, 7, 1], [high, 7, 2], [low, 7, 1], [high, 7, 2]]).astype(dtype)
    new = np.array([[0, 9, 100], [101, 0, 0]]).astype(dtype)
    scaler = StandardScaler().fit(X)
    close(scaler.mean, [low + half, 7.0, 1.5], what="mean")
    close(scaler.std, [half, 0.0, 0.5], what="std")
    close(scaler.transform(X), [[-1.0, 0.0, -1.0], [1.0, 0.0, 1.0]] * 2, what="the z-scores")
    close(scaler.transform(new), (new - np.array([low + half, 7.0, 1.5])) / [half, 1.0, 0.5], what="z-scores of new data")
    close(scaler.inverse_transform(new), new * np.array([half, 1.0, 0.5]) + [low + half, 7.0, 1.5], what="StandardScaler.inverse_transform")
    scaler = MinMaxScaler().fit(X)
    close(scaler.transform(X), [[0.0, 0.0, 0.0], [1.0, 0.0, 1.0]] * 2, what="the min-max scaled data")
    close(scaler.transform(new), (new - np.array([low, 7.0, 1.0])) / [2 * half, 1.0, 1.0], what="min-max scaled new data")
    close(scaler.inverse_transform(new), new * np.array([2 * half, 1.0, 1.0]) + [low, 7.0, 1.0], what="MinMaxScaler.inverse_transform")


@contract
def test_fit_returns_the_scaler():
    """fit returns the scaler itself, fitted"""
    X = np.array([[1.0], [3.0]])
    for scaler, expected in ((StandardScaler(), [[-1.0], [1.0]]), (MinMaxScaler(), [[0.0], [1.0]])):
        fitted = scaler.fit(X)
        check(fitted is scaler, "fit returns another object than the scaler itself", returned=fitted)
        close(fitted.transform(X), expected, what="fit(X).transform(X)")
        close(scaler.transform(X), expected, what="transform(X) of the scaler that was fitted")


@contract
def test_fit_again():
    """A second fit replaces the statistics, also with another number of columns"""
    first, second = np.array([[0.0, 100.0], [50.0, 900.0]]), np.array([[1.0, 2.0, 4.0], [3.0, 6.0, 4.0]])
    for scaler, expected in (
        (StandardScaler(), [[-1.0, -1.0, 0.0], [1.0, 1.0, 0.0]]),
        (MinMaxScaler(), [[0.0, 0.0, 0.0], [1.0, 1.0, 0.0]]),
    ):
        array(scaler.fit(first).transform(first), shape=(2, 2), kind="f")
        close(scaler.fit(second).transform(second), expected, what="the second matrix")
        close(scaler.fit(second + 1.0).transform(second + 1.0), expected, what="the second matrix plus 1")


@contract
def test_two_scalers():
    """Two scalers keep their own statistics"""
    X, other = np.array([[1.0], [3.0]]), np.array([[10.0], [50.0]])
    a, b = StandardScaler().fit(X), StandardScaler().fit(other)
    close(a.transform(X), [[-1.0], [1.0]], what="the first StandardScaler")
    close(b.transform(other), [[-1.0], [1.0]], what="the second StandardScaler")
    a, b = MinMaxScaler((0.0, 4.0)).fit(X), MinMaxScaler().fit(other)
    close(a.transform(X), [[0.0], [4.0]], what="the first MinMaxScaler")
    close(b.transform(other), [[0.0], [1.0]], what="the second MinMaxScaler")


@contract
@each("name", ["transform", "inverse_transform"])
def test_not_fitted(name):
    """transform and inverse_transform before fit raise RuntimeError"""
    standard, minmax = StandardScaler(), MinMaxScaler()
    with raises(RuntimeError):
        getattr(standard, name)(np.ones((2, 2)))
    with raises(RuntimeError):
        getattr(minmax, name)(np.ones((2, 2)))


@contract
def test_wrong_shapes():
    """A 1-D array, or another number of columns than in fit, raises ValueError"""
    for unfitted in (StandardScaler(), MinMaxScaler()):
        with raises(ValueError):
            unfitted.fit(np.array([1.0, 2.0, 4.0]))
    X = np.array([[1.0, 2.0, 3.0], [3.0, 1.0, 2.0], [0.0, 0.0, 7.0]])
    for scaler in (StandardScaler().fit(X), MinMaxScaler().fit(X)):
        for name in ("transform", "inverse_transform"):
            for bad in (np.array([1.0, 2.0, 4.0]), np.ones((3, 1)), np.ones((3, 2)), np.ones((3, 4))):
                with raises(ValueError):
                    getattr(scaler, name)(bad)
    for scaler in (StandardScaler().fit(X[:, :1]), MinMaxScaler().fit(X[:, :1])):
        for name in ("transform", "inverse_transform"):
            with raises(ValueError):
                getattr(scaler, name)(X)


@contract
@each("feature_range", [(1.0, 0.0), (1.0, 1.0), (0.0, -2.0), (3, 3)])
def test_feature_range_refused(feature_range):
    """hi <= lo raises ValueError, at the latest in fit"""
    with raises(ValueError):
        MinMaxScaler(feature_range=feature_range).fit(np.array([[1.0], [2.0]]))


@stretch
@vectorised
def test_no_loop_over_rows():
    """The interpreter's work does not grow with the number of rows"""
    rng = np.random.default_rng(9)
    flat_growth(lambda n: StandardScaler().fit(rng.normal(size=(n, 3))), sizes=(200, 1200), what="rows")
    flat_growth(lambda n: MinMaxScaler().fit(rng.normal(size=(n, 3))), sizes=(200, 1200), what="rows")
    for scaler in (StandardScaler().fit(np.ones((2, 3))), MinMaxScaler().fit(np.ones((2, 3)))):
        flat_growth(lambda n, s=scaler: s.transform(rng.normal(size=(n, 3))), sizes=(200, 1200), what="new rows")
