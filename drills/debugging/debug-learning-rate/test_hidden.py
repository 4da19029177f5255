"""Hidden tests for the learning rate that blows up."""

import math

import numpy as np
from solution import fit_least_squares

from drillkit.testing import array, check, close, contract, correctness, each, edge, numerics, truth, unpack

REPORTED = np.array([[1.0, 20.0], [2.0, 30.0], [3.0, 50.0], [4.0, 60.0]]), np.array([10.0, 16.0, 26.0, 32.0])


def data(n, d, seed, condition=19.0, top=1.0):
    """X whose XᵀX has that condition number, and y, whose share in the steepest direction is multiplied by `top`."""
    rng = np.random.default_rng(seed)
    U, V = np.linalg.qr(rng.normal(size=(n, d)))[0], np.linalg.qr(rng.normal(size=(d, d)))[0]
    X = math.sqrt(n) * U * np.sqrt(np.linspace(condition, 1.0, d)) @ V.T
    along = rng.uniform(1.0, 3.0, size=d) * np.where(np.arange(d) == 0, top, 1.0)
    return X, X @ (V @ along) + 0.3 * rng.normal(size=n)


def curvature(X):
    """L, the largest eigenvalue of the Hessian 2/n · XᵀX: descent is stable below 2/L."""
    return float(2.0 / len(X) * np.linalg.svd(X, compute_uv=False)[0] ** 2)


def descent(X, y, lr, n_iter):
    """Weights of the lowest loss, losses and whether it diverged, in plain Python."""
    rows, targets, w = X.tolist(), y.tolist(), [0.0] * X.shape[1]
    best, losses = w, []
    for step in range(n_iter + 1):
        r = [sum(v * c for v, c in zip(row, w)) - t for row, t in zip(rows, targets)]
        loss = sum(e * e for e in r) / len(rows)
        if losses and not loss <= losses[0] * (1 + 1e-9):
            return np.array(best), losses, True
        if not losses or loss < min(losses):
            best = w
        losses.append(loss)
        w = [c - lr * 2 / len(rows) * sum(e * row[j] for e, row in zip(r, rows)) for j, c in enumerate(w)]
    return np.array(best), losses, False


def fit(X, y, *args, diverged, **kwargs):
    """weights and losses, once they are what they should be whatever the rate."""
    weights, losses, flag = unpack(fit_least_squares(X, y, *args, **kwargs), "weights", "losses", "diverged")
    weights = array(weights, shape=(X.shape[1],), kind="f", what="weights")
    losses = array(losses, shape=(None,), kind="f", what="losses")
    most = kwargs.get("n_iter", args[1] if len(args) > 1 else 2000) + 1
    check(1 <= len(losses) <= most, f"losses has {len(losses)} entries, expected 1 to {most}", returned=losses)
    truth(flag, diverged, what="diverged")
    return weights, losses


def never_rises(losses):
    allowed = losses[:-1] * (1 + 1e-9) + 1e-12 * losses[0]
    rises = np.flatnonzero(losses[1:] > allowed)
    if len(rises):
        check(False, f"the loss rises at step {rises[0] + 1}", returned=losses[rises[0] : rises[0] + 2])


def least_squares(X, y, weights):
    expected = np.linalg.lstsq(X, y, rcond=None)[0]
    close(weights, expected, rtol=0.0, atol=1e-4 * float(np.abs(expected).max()), what="weights")


@contract
def test_fields():
    """It returns weights (d,), a list of losses and True or False"""
    X, y = data(12, 3, 0)
    weights, losses = fit(X, y, n_iter=20, diverged=False)
    close(losses[0], float(np.mean(y**2)), what="losses[0]")
    close(losses.min(), float(np.mean((X @ weights - y) ** 2)), atol=1e-9, what="the lowest loss, against that of the weights")


@correctness
@each("lr", [None, 0.01])
def test_first_loss(lr):
    """losses[0] is the loss at 0, also when no step is made"""
    weights, losses = fit(*REPORTED, lr=lr, n_iter=0, diverged=False)
    close(losses, [514.0], what="losses")
    close(weights, [0.0, 0.0], what="weights")


@correctness
def test_exact_step():
    """lr = 0.01, one step: w = 0.01 · 2/n · Xᵀy, with a large gradient too"""
    X = np.array([[1.0, 0.0], [0.0, 2.0], [3.0, -1.0], [2.0, 1.0]])
    for size in (1.0, 1e4, 1e-4):
        weights, losses = fit(X, size * np.array([1.0, 4.0, -2.0, 0.0]), 0.01, 1, diverged=False)
        close(weights, [0.005 * size * -5.0, 0.005 * size * 10.0], what="weights")
        close(losses, [5.25 * size**2, (1.025**2 + 3.9**2 + 1.875**2) / 4 * size**2], atol=0.0, what="losses")


@correctness
@each(("n", "d", "n_iter"), [(6, 2, 5), (9, 3, 4), (1, 1, 3), (2, 4, 6)])
def test_given_rate(n, d, n_iter):
    """A given rate is used as it is, at every step"""
    X, y = data(max(n, d), d, n)
    X, y = X[:n], y[:n]
    for share in (0.1, 0.9, 1.6):
        lr = share / curvature(X)
        expected, all_losses, _ = descent(X, y, lr, n_iter)
        weights, losses = fit(X, y, lr=lr, n_iter=n_iter, diverged=False)
        close(losses, all_losses, atol=1e-9, what="losses")
        close(weights, expected, atol=1e-9, what="weights")


@contract
def test_default_steps():
    """Without n_iter a run takes 2000 steps"""
    weights, losses = fit(np.array([[1.0]]), np.array([1.0]), lr=0.001, diverged=False)
    check(len(losses) == 2001, f"losses has {len(losses)} entries, expected 2001: the weights move at every step", returned=losses)
    close(weights, [1 - 0.998**2000], what="weights")


@edge
def test_zero_rate():
    """lr = 0 stays where it is; a negative rate climbs, and is reported once the rise is above 1e-9"""
    weights, losses = fit(*REPORTED, lr=0.0, n_iter=5, diverged=False)
    close(weights, [0.0, 0.0], what="weights")
    close(losses, np.full(len(losses), 514.0), what="losses")
    weights, losses = fit(*REPORTED, lr=-0.1, n_iter=5, diverged=True)
    close(weights, [0.0, 0.0], what="weights for lr = -0.1")
    close(losses, [514.0], what="losses for lr = -0.1")
    # With x = y = 1 each step multiplies the error by 1 - 2 lr, so the loss grows by -4 lr.
    one = np.array([[1.0]]), np.array([1.0])
    for lr, entries in ((-2.5e-9, 1), (-1e-10, 3)):
        _, losses = fit(*one, lr=lr, n_iter=5, diverged=True)
        close(losses, np.ones(entries), rtol=1e-8, what=f"losses for lr = {lr}")


@correctness
@each(("x", "y"), [(1e-4, 1.0), (1e3, 1.0), (1e-4, 1e-4), (1e-8, 1.0)])
def test_least_squares_at_every_scale(x, y):
    """Without lr it reaches least squares, in any unit of X and y"""
    rows, targets = data(15, 2, 1)
    weights, _ = fit(x * rows, y * targets, diverged=False)
    least_squares(x * rows, y * targets, weights)


@correctness
@each(("n", "d"), [(1, 1), (120, 2), (40, 5)])
def test_least_squares_for_many_shapes(n, d):
    """Without lr it reaches least squares, for one row and for many"""
    X, y = data(n, d, 2 + n, condition=19.8)
    weights, _ = fit(X, y, diverged=False)
    least_squares(X, y, weights)


@correctness
@each("X", [np.array([[2.0, -1.0], [-1.0, 2.0]]), 3.0 * np.eye(10) + 1.0], ids=["against each other", "ten together"])
def test_columns_that_go_together(X):
    """Without lr it reaches least squares when columns go together or against each other"""
    y = X @ np.where(np.arange(len(X)) % 2, -2.0, 3.0)
    weights, losses = fit(X, y, diverged=False)
    least_squares(X, y, weights)
    never_rises(losses)


@edge
@each("X", [[[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]], [[1.0, 2.0, 3.0]], [[2.0, 0.0], [1.0, 0.0]]], ids=["equal columns", "one row", "a column of zeros"])
def test_dependent_columns(X):
    """Without lr nothing breaks when XᵀX cannot be inverted: the losses fall and never rise"""
    X = np.array(X)
    _, losses = fit(X, np.arange(1.0, len(X) + 1.0) ** 2, n_iter=50, diverged=False)
    never_rises(losses)
    check(float(losses[-1]) < float(losses[0]), "the loss has not fallen", returned=losses[-1], expected=f"less than {losses[0]}")


@correctness
def test_losses_never_rise():
    """Without lr the losses never rise and all is finite, on the reported data too"""
    _, losses = fit(*REPORTED, n_iter=100, diverged=False)
    never_rises(losses)
    check(float(losses[-1]) < float(losses[0]), "the loss has not fallen", returned=losses[-1], expected="less than 514")
    for scale in (1.0, 1e3):
        X, y = data(8, 3, 3)
        never_rises(fit(scale * X, y, n_iter=100, diverged=False)[1])


@contract
@each("n_iter", [1, 3])
def test_few_steps(n_iter):
    """Without lr, n_iter steps at most, and the weights are those of the lowest loss"""
    X, y = data(10, 3, 4)
    weights, losses = fit(X, y, n_iter=n_iter, diverged=False)
    never_rises(losses)
    close(float(np.mean((X @ weights - y) ** 2)), float(losses.min()), what="the loss of the weights, against the lowest loss")
    check(float(losses[-1]) < float(losses[0]), "the loss has not fallen", returned=losses)


@correctness
@each(("n", "d", "scale"), [(10, 2, 1.0), (25, 3, 1e3), (6, 2, 1e-4), (1, 1, 1.0)])
def test_divergence_is_reported(n, d, scale):
    """lr = 2.05/L diverges, slowly, and is reported"""
    X, y = data(n, d, 30 + n, top=0.1)
    X = scale * X
    weights, losses = fit(X, y, lr=2.05 / curvature(X), diverged=True)
    check(bool(np.all(losses <= losses[0] * (1 + 1e-9))), "a loss above the first is recorded", returned=losses)
    close(float(np.mean((X @ weights - y) ** 2)), float(losses.min()), what="the loss of the weights, against the lowest loss")


@correctness
@each(("n", "d"), [(10, 2), (25, 3)])
def test_rate_below_the_limit(n, d):
    """lr = 1.9/L overshoots at every step and still arrives: nothing is reported"""
    X, y = data(n, d, 50 + n)
    weights, losses = fit(X, y, lr=1.9 / curvature(X), n_iter=300, diverged=False)
    least_squares(X, y, weights)
    never_rises(losses)


@correctness
def test_stops_at_once():
    """With lr = 0.1 on the reported data only the first loss is recorded, and the weights are 0"""
    weights, losses = fit(*REPORTED, lr=0.1, diverged=True)
    close(losses, [514.0], what="losses")
    close(weights, [0.0, 0.0], what="weights")


@numerics
@each("lr", [10.0, 1e200, 1e308])
def test_huge_rates(lr):
    """lr = 10, 1e200 and 1e308 are reported, with finite weights and losses"""
    X, y = data(8, 2, 5)
    weights, losses = fit(X, y, lr=lr, n_iter=50, diverged=True)
    close(losses, [float(np.mean(y**2))], what="losses")
    close(weights, [0.0, 0.0], what="weights")


@correctness
@each("seed", [60, 61, 62])
def test_weights_of_the_lowest_loss(seed):
    """When the loss first falls and then climbs, the weights are those at the bottom"""
    X, y = data(7, 3, seed, top=0.1)
    lr = 2.06 / curvature(X)
    expected, _, _ = descent(X, y, lr, 200)
    weights, _ = fit(X, y, lr=lr, n_iter=200, diverged=True)
    close(weights, expected, rtol=1e-6, atol=1e-9, what="weights")
    weights, _ = fit(X, y, lr=lr, n_iter=15, diverged=False)
    close(weights, expected, rtol=1e-6, atol=1e-9, what="weights, stopped on the way up")


@contract
@each("seed", [60, 61, 62])
def test_recorded_losses(seed):
    """Every loss up to the first is recorded, the one above it is not"""
    X, y = data(7, 3, seed, top=0.1)
    lr = 2.06 / curvature(X)
    _, expected, _ = descent(X, y, lr, 200)
    _, losses = fit(X, y, lr=lr, n_iter=200, diverged=True)
    close(losses, expected, rtol=1e-6, what="losses")
    short = expected.index(min(expected)) + 2
    _, losses = fit(X, y, lr=lr, n_iter=short, diverged=False)
    close(losses, expected[: short + 1], rtol=1e-6, what="losses, stopped on the way up")


@edge
def test_level_losses():
    """lr = 2/L swings around the goal for ever: each step is recorded, and nothing is reported"""
    # w goes 0, 2, 0, 2, …; the loss is 1 at each.
    _, losses = fit(np.array([[1.0]]), np.array([1.0]), lr=1.0, n_iter=6, diverged=False)
    close(losses, np.ones(7), what="losses")


@edge
@each("lr", [None, 0.05])
def test_nothing_to_learn(lr):
    """y = 0, X = 0 or y orthogonal to X: the weights stay 0 and nothing is reported"""
    X, y = data(6, 2, 6, condition=4.0)
    for rows, targets, what in ((X, np.zeros(6), "y = 0"), (np.zeros((6, 2)), y, "X = 0"), (X, y - X @ np.linalg.lstsq(X, y, rcond=None)[0], "y orthogonal to X")):
        weights, losses = fit(rows, targets, lr=lr, n_iter=40, diverged=False)
        close(weights, [0.0, 0.0], atol=1e-9, what=f"weights for {what}")
        close(losses, np.full(len(losses), float(np.mean(targets**2))), what=f"losses for {what}")
    weights, _ = fit(np.zeros((6, 2)), y, lr=lr, diverged=False)
    close(weights, [0.0, 0.0], what="weights for X = 0 after all steps")


@numerics
@each("dtype", ["int8", "uint8", "int64"])
def test_integers(dtype):
    """Integers of any width do as floats do"""
    X, y = np.array([[100, 3], [0, 90], [7, 120], [60, 0]]).astype(dtype), np.array([100, 127, 0, 3]).astype(dtype)
    expected, all_losses, _ = descent(X.astype(float), y.astype(float), 1e-5, 3)
    weights, losses = fit(X, y, lr=1e-5, n_iter=3, diverged=False)
    close(losses, all_losses, what="losses")
    close(weights, expected, what="weights")
    weights, losses = fit(X, y, n_iter=20, diverged=False)
    close(losses[0], 26138 / 4, what="losses[0]")
    never_rises(losses)
    check(float(losses[-1]) < 0.9 * float(losses[0]), "without lr the loss has not fallen", returned=losses[-1])
