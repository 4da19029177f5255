"""Hidden tests for the line that stays flat."""

import math

import numpy as np
from solution import fit_line

from drillkit.testing import array, close, contract, correctness, each, edge, number, raises, unpack

X = np.array([0.5, -1.0, 2.0, 0.0, 1.5])
Y = np.array([3.0, 0.5, 2.0, -1.0, 4.0])


def descent(x, y, lr, n_epochs):
    """The descent in plain Python, point by point."""
    points = [(float(a), float(b)) for a, b in zip(x.ravel(), y.ravel(), strict=True)]
    slope, intercept, losses = 0.0, 0.0, []
    for _ in range(n_epochs):
        errors = [slope * a + intercept - b for a, b in points]
        losses.append(math.fsum(e * e for e in errors) / len(points))
        by_slope = math.fsum(e * a for e, (a, _) in zip(errors, points, strict=True)) / len(points)
        by_intercept = math.fsum(errors) / len(points)
        slope, intercept = slope - 2 * lr * by_slope, intercept - 2 * lr * by_intercept
    return slope, intercept, losses


def compare(x, y, lr=0.1, n_epochs=40):
    expected = descent(x, y, lr, n_epochs)
    got = unpack(fit_line(x, y, lr=lr, n_epochs=n_epochs), "slope", "intercept", "losses")
    for value, want, name in zip(got, expected, ("slope", "intercept", "losses"), strict=True):
        close(value, want, rtol=1e-8, atol=1e-10, what=name)


def column(values):
    return values.reshape(-1, 1)


@correctness
def test_flat_x_flat_y():
    """x (n,), y (n,)"""
    compare(X, Y)
    compare(X[:3], Y[1:4], lr=0.05)


@correctness
def test_flat_x_column_y():
    """x (n,), y (n, 1): the same as with two vectors"""
    compare(X, column(Y))
    compare(X[:3], column(Y[1:4]), lr=0.05)


@correctness
def test_column_x_flat_y():
    """x (n, 1), y (n,): the same as with two vectors"""
    compare(column(X), Y)
    compare(column(X[:3]), Y[1:4], lr=0.05)


@correctness
def test_column_x_column_y():
    """x (n, 1), y (n, 1): the same as with two vectors"""
    compare(column(X), column(Y))
    compare(column(X[:3]), column(Y[1:4]), lr=0.05)


@contract
@each(
    ("x", "y"),
    [(X, Y), (X, column(Y)), (column(X), Y), (column(X), column(Y))],
    ids=["flat-flat", "flat-column", "column-flat", "column-column"],
)
def test_plain_numbers(x, y):
    """Slope and intercept are single numbers, losses has one number for each epoch"""
    slope, intercept, losses = unpack(fit_line(x, y, n_epochs=6), "slope", "intercept", "losses")
    number(slope, what="slope")
    number(intercept, what="intercept")
    array(losses, shape=(6,), kind="f", what="losses")


@correctness
def test_first_loss():
    """losses[0] is the mean of y², since slope and intercept start at 0"""
    for y in (Y, column(Y)):
        _, _, losses = unpack(fit_line(X, y, n_epochs=1), "slope", "intercept", "losses")
        close(losses, [float(np.mean(Y**2))], what="losses")


@correctness
@each("lr", [0.1, 0.5])
def test_first_step(lr):
    """One epoch with lr = {lr}: slope 2 lr mean(x y), intercept 2 lr mean(y)"""
    for x, y in ((X, Y), (column(X), Y), (X, column(Y))):
        slope, intercept, _ = unpack(fit_line(x, y, lr=lr, n_epochs=1), "slope", "intercept", "losses")
        close(slope, 2 * lr * float(np.mean(X * Y)), what="slope")
        close(intercept, 2 * lr * float(np.mean(Y)), what="intercept")


@contract
def test_loss_before_update():
    """losses[t] is the loss of the line that t updates have made"""
    _, _, losses = unpack(fit_line(X, Y, n_epochs=4), "slope", "intercept", "losses")
    losses = array(losses, shape=(4,), kind="f", what="losses")
    for t in (1, 3):
        slope, intercept, _ = unpack(fit_line(X, Y, n_epochs=t), "slope", "intercept", "losses")
        line = number(slope, what="slope") * X + number(intercept, what="intercept")
        close(losses[t], float(np.mean((line - Y) ** 2)), what=f"losses[{t}]")


@correctness
@each(("slope", "intercept"), [(3.0, -2.0), (-0.5, 10.0)])
def test_line_is_recovered(slope, intercept):
    """Points on {slope:g} · x + {intercept:g}: that line comes out, and the loss goes to 0"""
    x = np.linspace(-1.5, 2.0, 12)
    found, constant, losses = unpack(fit_line(x, column(slope * x + intercept), lr=0.2, n_epochs=400), "slope", "intercept", "losses")
    close(found, slope, atol=1e-6, what="slope")
    close(constant, intercept, atol=1e-6, what="intercept")
    close(array(losses, shape=(400,), kind="f", what="losses")[-1], 0.0, atol=1e-9, what="the last loss")


@contract
def test_defaults():
    """Left out, lr is 0.1 and n_epochs is 500"""
    expected = descent(X, Y, 0.1, 500)
    got = unpack(fit_line(X, Y), "slope", "intercept", "losses")
    for value, want, name in zip(got, expected, ("slope", "intercept", "losses"), strict=True):
        close(value, want, rtol=1e-8, atol=1e-10, what=name)


@edge
def test_one_point():
    """A single point, as (1,) or (1, 1)"""
    x, y = np.array([2.0]), np.array([5.0])
    for a, b in ((x, y), (x, column(y)), (column(x), y), (column(x), column(y))):
        compare(a, b, lr=0.05, n_epochs=5)


@edge
def test_two_points():
    """Two points, as (2,) or (2, 1)"""
    x, y = np.array([1.0, -2.0]), np.array([0.0, 6.0])
    for a, b in ((x, y), (x, column(y)), (column(x), y), (column(x), column(y))):
        compare(a, b, lr=0.05, n_epochs=5)


@edge
@each("dtype", ["int8", "uint8", "int64"])
def test_narrow_integers(dtype):
    """x and y of {dtype} give what the same numbers give as floats"""
    x, y = np.array([100, 3, 0, 90], dtype=dtype), np.array([120, 1, 7, 100], dtype=dtype)
    compare(x, y, lr=1e-4, n_epochs=5)
    compare(x, column(y), lr=1e-4, n_epochs=5)


@edge
@each("dtype", ["int64", "float64"])
def test_large_numbers(dtype):
    """y around 2⁴⁰, as {dtype}: errors and their squares keep their size"""
    x, y = np.array([0, 1, 2, 4], dtype=dtype), np.array([3, -1, 2, 5], dtype=dtype) * 2**40
    compare(x, y, lr=0.05, n_epochs=5)
    compare(column(x), y, lr=0.05, n_epochs=5)


@contract
def test_refuses_a_row():
    """A row of shape (1, n) raises ValueError, for x and for y"""
    for x, y in ((X, Y[None, :]), (X[None, :], Y), (X[None, :], Y[None, :]), (X[None, :], column(Y)), (X[None, :2], Y[:2])):
        with raises(ValueError):
            fit_line(x, y, n_epochs=2)


@contract
def test_refuses_several_columns():
    """A matrix of shape (n, 2) raises ValueError, also where the number of entries agrees"""
    two = np.column_stack([Y, Y + 1.0])
    for x, y in ((X, two), (two, Y), (two, two), (np.arange(10.0), two), (two, np.arange(10.0)), (X[:2], two[:2])):
        with raises(ValueError):
            fit_line(x, y, lr=0.01, n_epochs=2)


@contract
def test_refuses_other_dimensions():
    """No dimension, or three of them, raises ValueError"""
    single = np.array(2.0)
    for x, y in (
        (X, single),
        (single, Y),
        (single, single),
        (X, Y.reshape(5, 1, 1)),
        (X.reshape(5, 1, 1), column(Y)),
        (X[:1].reshape(1, 1, 1), Y[:1]),
    ):
        with raises(ValueError):
            fit_line(x, y, n_epochs=2)


@contract
def test_refuses_different_lengths():
    """x and y of different lengths raise ValueError, also where one of them holds a single number"""
    for x, y in (
        (X, Y[:4]),
        (X[:3], column(Y)),
        (X, Y[:1]),
        (X[:1], Y),
        (column(X[:1]), column(Y)),
        (column(X), Y[:1]),
        (X, column(Y[:1])),
    ):
        with raises(ValueError):
            fit_line(x, y, n_epochs=2)
