"""Hidden tests for the leaking scaler."""

import math

import numpy as np
from solution import standardize_split

from drillkit.testing import array, check, close, contract, correctness, each, edge, equal, numerics, unpack

NAMES = ("X_train", "X_test", "mean", "std")


def split(X, test_index):
    """The four results as arrays, once their shapes are right."""
    X_train, X_test, mean, std = unpack(standardize_split(X, np.array(test_index)), *NAMES)
    d, m = X.shape[1], len(test_index)
    return (
        array(X_train, shape=(len(X) - m, d), kind="f", what="X_train"),
        array(X_test, shape=(m, d), kind="f", what="X_test"),
        array(mean, shape=(d,), kind="f", what="mean"),
        array(std, shape=(d,), kind="f", what="std"),
    )


def data(n, d, seed):
    return np.random.default_rng(seed).normal(size=(n, d)) * np.arange(1.0, d + 1) + 5.0


def expected(X, test_index):
    """The four results, column by column in plain Python."""
    rows = X.tolist()
    train = [row for i, row in enumerate(rows) if i not in test_index]
    mean, std = [], []
    for column in zip(*train, strict=True):
        mean.append(math.fsum(column) / len(column))
        spread = math.sqrt(math.fsum((v - mean[-1]) ** 2 for v in column) / len(column))
        std.append(1.0 if len(set(column)) == 1 else spread)
    scaled = lambda part: [[(v - m) / s for v, m, s in zip(row, mean, std, strict=True)] for row in part]
    return scaled(train), scaled([rows[i] for i in test_index]), mean, std


def compare(X, test_index, **tolerance):
    for got, want, name in zip(split(X, test_index), expected(X, test_index), NAMES, strict=True):
        close(got, want, **{"rtol": 1e-9, "atol": 1e-10, **tolerance}, what=name)


@correctness
def test_by_hand():
    """Training rows 1, 3, 5 and 7, test row 9, worked by hand"""
    X_train, X_test, mean, std = unpack(standardize_split(np.array([[1.0], [3.0], [9.0], [5.0], [7.0]]), np.array([2])), *NAMES)
    close(mean, [4.0], what="mean")
    close(std, [math.sqrt(5)], what="std")
    close(X_train, np.array([[-3.0], [-1.0], [1.0], [3.0]]) / math.sqrt(5), what="X_train")
    close(X_test, [[math.sqrt(5)]], what="X_test")


@contract
@each(("n", "d", "test_index"), [(6, 3, [1, 4]), (5, 1, [0]), (4, 4, [3, 1, 0])])
def test_shapes(n, d, test_index):
    """{n} rows of {d} columns, test rows {test_index}: four arrays of the right shapes"""
    split(data(n, d, 0), test_index)


@correctness
def test_mean_of_training_rows():
    """mean is that of the training rows"""
    X = data(12, 3, 1)
    close(unpack(standardize_split(X, np.array([2, 5, 11])), *NAMES)[2], expected(X, [2, 5, 11])[2], what="mean")


@correctness
def test_std_of_training_rows():
    """std is that of the training rows, with ddof 0"""
    X = data(12, 3, 1)
    close(unpack(standardize_split(X, np.array([2, 5, 11])), *NAMES)[3], expected(X, [2, 5, 11])[3], what="std")


@correctness
@each(("n", "d"), [(30, 4), (7, 2)])
def test_training_columns_are_standardised(n, d):
    """Each column of X_train has mean 0 and deviation 1 ({n} rows, {d} columns)"""
    X_train, _, _, _ = split(data(n, d, 2), [0, 3, 4])
    close(X_train.mean(axis=0), np.zeros(d), atol=1e-10, what="the means of X_train")
    close(X_train.std(axis=0), np.ones(d), atol=1e-10, what="the deviations of X_train")


@correctness
@each(("n", "d", "test_index"), [(10, 2, [1, 2, 7]), (25, 4, [0, 24]), (6, 3, [0, 1, 2, 3])])
def test_test_rows_by_training_statistics(n, d, test_index):
    """X_test is (raw - mean) / std of the training rows ({n} rows, {d} columns, {test_index})"""
    X = data(n, d, 3)
    close(unpack(standardize_split(X, np.array(test_index)), *NAMES)[1], expected(X, test_index)[1], atol=1e-10, what="X_test")


def before_and_after(place):
    """One of the four results, before and after the test rows are multiplied by 1000."""
    X, test_index = data(20, 3, 4), [3, 8, 15]
    before = split(X, test_index)[place]
    X[test_index] *= 1e3
    return before, split(X, test_index)[place]


@correctness
def test_mean_ignores_test_rows():
    """mean stays when the test rows are multiplied by 1000"""
    before, after = before_and_after(2)
    close(after, before, what="mean")
    check(bool(np.all(before != 0)), "mean is 0", returned=before)


@correctness
def test_std_ignores_test_rows():
    """std stays when the test rows are multiplied by 1000"""
    before, after = before_and_after(3)
    close(after, before, what="std")
    check(bool(np.all(before > 0)), "std must be positive", returned=before)


@correctness
def test_training_part_ignores_test_rows():
    """X_train stays when the test rows are multiplied by 1000"""
    before, after = before_and_after(0)
    close(after, before, what="X_train")
    check(bool(np.any(before != 0)), "X_train is all zeros", returned=before)


@correctness
def test_test_rows_do_not_mix():
    """A test row gives the same when another test row is multiplied by 1000"""
    X, test_index = data(15, 3, 5), [9, 2, 6]
    X[2] *= 1e3
    close(split(X, test_index)[1], expected(X, test_index)[1], atol=1e-8, what="X_test")


@edge
def test_single_test_row():
    """A single test row is not turned into zeros"""
    X = data(9, 3, 6)
    for row in (0, 8):
        compare(X, [row])


@contract
def test_order_of_training_rows():
    """The training rows keep their order"""
    X = np.array([[50.0], [10.0], [40.0], [20.0], [30.0]])
    X_train, _, mean, std = split(X, [2])
    close(X_train * std + mean, [[50.0], [10.0], [20.0], [30.0]], what="X_train in raw units")
    compare(np.random.default_rng(11).permutation(np.arange(24.0)).reshape(24, 1), [20, 3])


@contract
@each("test_index", [[4, 0, 2], [5, 1], [3, 4, 2, 1, 0]], ids=str)
def test_order_of_test_rows(test_index):
    """The test rows come in the order {test_index}"""
    compare(data(6, 2, 7), test_index)


@edge
@each("constant", [0.0, 3.0, -250.0])
def test_constant_column(constant):
    """A column that is {constant:g} everywhere has std 1 and becomes 0"""
    X = data(8, 3, 8)
    X[:, 1] = constant
    X_train, X_test, _, std = split(X, [6, 1])
    equal(std[1], 1.0, what="std of the constant column")
    close(X_train[:, 1], np.zeros(6), what="the constant column of X_train")
    close(X_test[:, 1], np.zeros(2), what="the constant column of X_test")
    compare(X, [6, 1])


@numerics
@each("n", [3, 6, 7, 23])
def test_constant_tenths(n):
    """{n} training rows of 0.1 have std 1, whatever rounding leaves, and become 0"""
    X = np.full((n + 2, 1), 0.1)
    X_train, X_test, mean, std = split(X, [0, n])
    close(mean, [0.1], what="mean")
    equal(std, [1.0], what="std")
    close(X_train, np.zeros((n, 1)), what="X_train")
    close(X_test, np.zeros((2, 1)), what="X_test")


@edge
def test_constant_only_in_training():
    """A column that is constant among the training rows alone is centred in both parts, not divided"""
    X = data(8, 2, 9)
    X[:, 0] = 3.0
    X[[5, 2], 0] = [10.0, -1.0]
    X_train, X_test, mean, std = split(X, [5, 2])
    equal([mean[0], std[0]], [3.0, 1.0], what="mean and std of the column")
    close(X_train[:, 0], np.zeros(6), what="the column of X_train")
    close(X_test[:, 0], [7.0, -4.0], what="the column of X_test")


@numerics
def test_hardly_varying_column():
    """A column that varies in the tenth decimal is divided by its own deviation"""
    X = data(9, 2, 10)
    X[:, 1] = np.arange(9) * 1e-10
    compare(X, [4, 8], rtol=1e-7, atol=1e-15)


@numerics
def test_hardly_varying_large_column():
    """Numbers around 1024 that differ in the tenth decimal are divided by their own deviation too"""
    steps = np.arange(10.0)[:, None]
    X_train, _, _, std = split(1024.0 + steps * 2.0**-33, [9, 8])  # 2⁻³³ is 1.2e-10, and all these numbers are exact
    close(std, [math.sqrt(5.25) * 2.0**-33], rtol=0.02, atol=0.0, what="std")
    close(X_train, (steps[:8] - 3.5) / math.sqrt(5.25), atol=0.02, what="X_train")


@edge
def test_single_training_row():
    """With a single training row each std is 1 and the test rows are differences from it"""
    X = np.array([[1.0, 20.0], [4.0, 10.0], [0.5, 25.0]])
    X_train, X_test, mean, std = split(X, [2, 0])
    close(mean, [4.0, 10.0], what="mean")
    equal(std, [1.0, 1.0], what="std")
    close(X_train, [[0.0, 0.0]], what="X_train")
    close(X_test, [[-3.5, 15.0], [-3.0, 10.0]], what="X_test")


@edge
@each("dtype", ["int8", "uint8", "int64"])
def test_narrow_integers(dtype):
    """Rows of {dtype} give what the same numbers give as floats"""
    compare(np.array([[100, 3], [120, 90], [7, 0], [90, 120], [0, 5]], dtype=dtype), [4, 1])


@numerics
@each(("dtype", "unit"), [("int32", 2**28), ("uint32", 2**29), ("int64", 2**40), ("int64", 2**60)])
def test_large_integers(dtype, unit):
    """Sums of large {dtype} do not overflow"""
    X = np.array([[7, 3], [6, 5], [5, 0], [7, 6], [2, 7]], dtype=dtype) * np.array(unit, dtype=dtype)
    compare(X, [4, 1])
