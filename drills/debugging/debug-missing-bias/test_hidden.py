"""Hidden tests for the missing intercept."""

from fractions import Fraction

import numpy as np
from solution import fit_predict

from drillkit.testing import array, close, contract, correctness, each, edge, numerics


def exact(X_train, y_train, X_new):
    """The predictions in exact fractions, from the normal equations of [1 X]."""
    rows = [[Fraction(1), *map(Fraction, row)] for row in X_train.tolist()]
    labels = [Fraction(v) for v in y_train.tolist()]
    size = len(rows[0])
    system = [
        [sum(r[i] * r[j] for r in rows) for j in range(size)] + [sum(r[i] * v for r, v in zip(rows, labels, strict=True))]
        for i in range(size)
    ]
    for i in range(size):
        pivot = next(k for k in range(i, size) if system[k][i])
        system[i], system[pivot] = system[pivot], system[i]
        system[i] = [v / system[i][i] for v in system[i]]
        for k in range(size):
            if k != i:
                system[k] = [v - system[k][i] * w for v, w in zip(system[k], system[i], strict=True)]
    solution = [line[-1] for line in system]
    return [float(solution[0] + sum(w * Fraction(v) for w, v in zip(solution[1:], row, strict=True))) for row in X_new.tolist()]


def whole(n, d, n_new, seed):
    """Small whole numbers as floats, with a target that no plane fits exactly."""
    rng = np.random.default_rng(seed)
    X = rng.integers(-9, 10, size=(n, d)).astype(float)
    y = 7.0 + X @ rng.integers(-3, 4, size=d) + rng.integers(-5, 6, size=n)
    return X, y, rng.integers(-12, 13, size=(n_new, d)).astype(float)


def predicted(X_train, y_train, X_new):
    return array(fit_predict(X_train, y_train, X_new), shape=(len(X_new),), kind="f")


@correctness
@each(("slope", "intercept"), [(2.0, 100.0), (-3.0, 5.0), (4.0, -250.0)])
def test_exact_line(slope, intercept):
    """Points on the line {slope:g} · x + {intercept:g} are continued on that line"""
    X, new = np.array([[50.0], [80.0], [100.0], [120.0]]), np.array([[0.0], [60.0], [200.0], [-10.0]])
    close(fit_predict(X, slope * X[:, 0] + intercept, new), slope * new[:, 0] + intercept, atol=1e-8)


@correctness
def test_plane():
    """Three columns and an intercept without noise are found"""
    rng = np.random.default_rng(0)
    X, new, weights = rng.normal(size=(20, 3)) + [5.0, 0.0, -2.0], rng.normal(size=(4, 3)), np.array([2.0, -1.0, 0.5])
    close(fit_predict(X, X @ weights - 30.0, new), new @ weights - 30.0, atol=1e-9)


@correctness
@each(("n", "d", "n_new"), [(8, 1, 3), (9, 2, 5), (15, 4, 2), (4, 3, 4)])
def test_least_squares_with_intercept(n, d, n_new):
    """{n} rows with noise, {d} columns: the least-squares predictions for {n_new} new rows"""
    X, y, new = whole(n, d, n_new, seed=n)
    close(fit_predict(X, y, new), exact(X, y, new), atol=1e-8)


@correctness
def test_mean_residual_is_zero():
    """On the training rows the residuals add up to 0, and they do so times each column"""
    X, y, _ = whole(30, 3, 1, seed=1)
    residual = y - predicted(X, y, X)
    close(residual.sum(), 0.0, atol=1e-8, what="the sum of the residuals")
    close(residual @ X, np.zeros(3), atol=1e-7, what="the sums of residual times column")


@correctness
@each("column", [0, 2])
def test_column_shifted(column):
    """Adding 2000 to column {column} of the training and the new rows changes nothing"""
    X, y, new = whole(20, 3, 6, seed=2)
    shift = np.zeros(3)
    shift[column] = 2000.0
    close(fit_predict(X + shift, y, new + shift), exact(X, y, new), rtol=1e-6, atol=1e-6)


@correctness
def test_target_shifted():
    """Adding 1000 to the target adds 1000 to each prediction"""
    X, y, new = whole(12, 2, 5, seed=3)
    close(fit_predict(X, y + 1000.0, new), [v + 1000.0 for v in exact(X, y, new)], atol=1e-7)


@numerics
def test_columns_of_different_units():
    """A column in thousandths and one in thousands: the same predictions"""
    X, y, new = whole(14, 3, 4, seed=4)
    units = np.array([1e-3, 1.0, 1e3])
    close(fit_predict(X * units, y, new * units), exact(X, y, new), rtol=1e-6, atol=1e-6)


@contract
@each("d", [1, 3])
def test_single_new_row(d):
    """A single new row of {d} columns gives one prediction, the same as within a batch"""
    X, y, new = whole(10, d, 4, seed=5)
    for row in range(4):
        close(
            fit_predict(X, y, new[row : row + 1]),
            exact(X, y, new[row : row + 1]),
            atol=1e-8,
            what=f"the prediction for new row {row} alone",
        )


@correctness
def test_new_rows_do_not_mix():
    """A new row far away changes the predictions of the others in nothing"""
    X, y, new = whole(10, 2, 4, seed=6)
    new[3] = [5000.0, -7000.0]
    close(fit_predict(X, y, new), exact(X, y, new), atol=1e-7)


@edge
def test_no_relation():
    """Where the column says nothing, the prediction is the mean of the target"""
    X, y = np.array([[1.0], [1.0], [3.0], [3.0]]), np.array([10.0, 20.0, 10.0, 20.0])
    close(fit_predict(X, y, np.array([[0.0], [2.0], [50.0]])), [15.0, 15.0, 15.0], atol=1e-8)


@edge
@each("constant", [0.0, 1.0, 3.0])
def test_constant_column(constant):
    """A column that is {constant:g} everywhere does no harm"""
    X, y, new = whole(12, 2, 4, seed=7)
    wide = lambda rows: np.column_stack([rows[:, 0], np.full(len(rows), constant), rows[:, 1]])
    close(fit_predict(wide(X), y, wide(new)), exact(X, y, new), rtol=1e-8, atol=1e-7)


@edge
@each(("factor", "shift", "unit"), [(1.0, 0.0, 1.0), (2.0, 5.0, 1.0), (1.0, 0.0, 1e4), (2.0, 5.0, 1e4)])
def test_repeated_column(factor, shift, unit):
    """A column that is {factor:g} times another plus {shift:g} does no harm (all columns times {unit:g})"""
    X, y, new = whole(12, 2, 4, seed=8)
    X, new = unit * X, unit * new
    wide = lambda rows: np.column_stack([rows, factor * rows[:, 0] + shift])
    close(fit_predict(wide(X), y, wide(new)), exact(X, y, new), rtol=1e-8, atol=1e-7)


@edge
@each(("n", "d"), [(1, 1), (1, 3), (3, 5)])
def test_fewer_rows_than_unknowns(n, d):
    """{n} rows, {d} columns: the training rows themselves are predicted exactly"""
    X, y, _ = whole(n, d, 1, seed=9)
    close(fit_predict(X, y, X), y, rtol=1e-8, atol=1e-8)


@edge
@each("dtype", ["int8", "uint8", "int64"])
def test_narrow_integers(dtype):
    """Rows and target of {dtype} give what the same numbers give as floats"""
    X = np.array([[100, 3], [90, 70], [120, 1], [5, 60], [80, 80], [7, 7]], dtype=dtype)
    y, new = np.array([100, 120, 90, 3, 70, 5], dtype=dtype), np.array([[110, 110], [0, 100]], dtype=dtype)
    close(fit_predict(X, y, new), exact(X, y, new), atol=1e-7)
