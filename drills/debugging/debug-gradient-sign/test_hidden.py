"""Hidden tests for the climbing loss."""

import math

import numpy as np
from solution import fit_logistic

from drillkit.testing import array, check, close, contract, correctness, each, edge, number, numerics, unpack


def fit(X, y, **options):
    """Weights as an array, bias as a number, losses as an array."""
    weights, bias, losses = unpack(fit_logistic(X, y, **options), "weights", "bias", "losses")
    return (
        array(weights, shape=(X.shape[1],), kind="f", what="weights"),
        number(bias, what="bias"),
        array(losses, shape=(options.get("n_iter", 300),), kind="f", what="losses"),
    )


def loss_at(X, y, weights, bias):
    """The mean log loss, row by row, without forming a probability."""
    total = []
    for row, label in zip(X.tolist(), y.tolist(), strict=True):
        z = math.fsum(w * v for w, v in zip(weights, row, strict=True)) + bias
        margin = z if label else -z  # the loss of the row is log(1 + exp(-margin))
        total.append(math.log1p(math.exp(-abs(margin))) + max(-margin, 0.0))
    return math.fsum(total) / len(total)


def slopes(X, y, weights, bias, h=1e-5):
    """Central differences of the loss: by each weight, and by the bias."""
    by_weights = []
    for j in range(len(weights)):
        up, down = list(weights), list(weights)
        up[j] += h
        down[j] -= h
        by_weights.append((loss_at(X, y, up, bias) - loss_at(X, y, down, bias)) / (2 * h))
    return by_weights, (loss_at(X, y, weights, bias + h) - loss_at(X, y, weights, bias - h)) / (2 * h)


def descent(X, y, lr, n_iter):
    """Parameters and losses of the descent, in plain Python."""
    n, d = X.shape
    weights, bias, losses = [0.0] * d, 0.0, []
    for _ in range(n_iter):
        losses.append(loss_at(X, y, weights, bias))
        step, step_bias = [0.0] * d, 0.0
        for row, label in zip(X.tolist(), y.tolist(), strict=True):
            z = math.fsum(w * v for w, v in zip(weights, row, strict=True)) + bias
            p = 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))
            step = [s + (p - label) * v / n for s, v in zip(step, row, strict=True)]
            step_bias += (p - label) / n
        weights = [w - lr * s for w, s in zip(weights, step, strict=True)]
        bias -= lr * step_bias
    return weights, bias, losses


def data(n, d, seed, share=0.3):
    """Random rows, of which about `share` are of class 1, with a weak relation."""
    rng = np.random.default_rng(seed)
    y = (np.arange(n) < max(1, round(n * share))).astype(int)
    return rng.normal(size=(n, d)) + 0.8 * y[:, None], y


@contract
@each(("n", "d", "n_iter"), [(6, 2, 5), (4, 1, 3)])
def test_fields(n, d, n_iter):
    """{d} weights, a bias that is one number, and {n_iter} losses"""
    fit(*data(n, d, 0), n_iter=n_iter)


@correctness
def test_losses_start_at_ln2():
    """losses[0] is ln 2, the loss when all parameters are 0"""
    X, y = data(10, 3, 1)
    close(fit(X, y, n_iter=3)[2][0], math.log(2), what="losses[0]")


@correctness
@each(("n", "d", "lr"), [(8, 2, 0.5), (5, 3, 0.1), (3, 4, 2.0)])
def test_first_step_of_weights(n, d, lr):
    """The first step moves the weights against the slope of the loss ({n} rows, {d} columns, lr = {lr})"""
    X, y = data(n, d, 2)
    by_weights, _ = slopes(X, y, [0.0] * d, 0.0)
    weights, _, _ = unpack(fit_logistic(X, y, lr=lr, n_iter=1), "weights", "bias", "losses")
    close(weights, [-lr * s for s in by_weights], atol=1e-7, what="weights after one step")


@correctness
@each(("share", "lr"), [(0.2, 0.5), (0.9, 0.1)])
def test_first_step_of_bias(share, lr):
    """The first step moves the bias against the slope of the loss (share of class 1: {share}, lr = {lr})"""
    X, y = data(10, 2, 3, share)
    _, by_bias = slopes(X, y, [0.0, 0.0], 0.0)
    _, bias, _ = unpack(fit_logistic(X, y, lr=lr, n_iter=1), "weights", "bias", "losses")
    close(bias, -lr * by_bias, atol=1e-7, what="bias after one step")


@correctness
def test_small_steps_go_downhill():
    """With a small rate the loss falls at each step"""
    X, y = data(20, 3, 4)
    losses = fit(X, y, lr=0.05, n_iter=12)[2]
    check(bool(np.all(np.diff(losses) < 0)), "the loss does not fall at each step", returned=losses)


@correctness
@each(("n", "d", "seed"), [(30, 4, 5), (12, 1, 6)])
def test_losses_never_rise(n, d, seed):
    """With lr = 4 / max ‖(x, 1)‖² no loss is above the one before ({n} rows, {d} columns)"""
    X, y = data(n, d, seed)
    losses = fit(X, y, lr=4 / ((X**2).sum(axis=1).max() + 1), n_iter=60)[2]
    check(bool(np.all(np.diff(losses) <= 1e-12)), "a loss is above the one before", returned=losses)
    check(bool(losses[-1] < losses[0] - 0.01), "60 steps hardly change the loss", returned=losses)


@correctness
@each(("n", "d", "n_iter"), [(6, 2, 2), (9, 3, 5), (4, 5, 20)])
def test_each_step(n, d, n_iter):
    """Weights, bias and losses of {n_iter} steps ({n} rows, {d} columns)"""
    X, y = data(n, d, 7)
    expected = descent(X, y, 0.7, n_iter)
    for got, want, name in zip(fit(X, y, lr=0.7, n_iter=n_iter), expected, ("weights", "bias", "losses"), strict=True):
        close(got, want, rtol=1e-8, atol=1e-10, what=name)


@contract
def test_loss_before_update():
    """losses[t] is the loss at the parameters that t steps have made"""
    X, y = data(7, 2, 8)
    losses = fit(X, y, n_iter=4)[2]
    for t in (1, 3):
        weights, bias, _ = fit(X, y, n_iter=t)
        close(losses[t], loss_at(X, y, weights.tolist(), bias), what=f"losses[{t}]")


@correctness
def test_doubled_rate():
    """Twice the rate makes the first step twice as long, in the same direction"""
    X, y = data(8, 3, 9)
    weights, bias, _ = fit(X, y, lr=0.25, n_iter=1)
    twice, twice_bias, _ = fit(X, y, lr=0.5, n_iter=1)
    close(twice, 2 * weights, what="weights")
    close(twice_bias, 2 * bias, what="bias")
    check(bool(np.any(weights != 0)) and bias != 0, "the first step does not move at all", returned=(weights, bias))


@correctness
def test_rows_are_averaged():
    """Each row three times: the same weights, bias and losses"""
    X, y = data(7, 2, 10)
    once = fit(X, y, n_iter=5)
    thrice = fit(np.tile(X, (3, 1)), np.tile(y, 3), n_iter=5)
    for got, want, name in zip(thrice, once, ("weights", "bias", "losses"), strict=True):
        close(got, want, what=name)


@correctness
def test_labels_keep_their_meaning():
    """A column that grows with class 1 gets a positive weight, one that falls a negative one"""
    y = np.array([0, 1, 0, 1, 1, 1])
    X = np.column_stack([2.0 * y - 1, 1 - 2.0 * y])
    weights, bias, _ = fit(X, y, n_iter=20)
    check(weights[0] > 0 > weights[1], "the weights point the wrong way", returned=weights)
    number(weights @ X[1] + bias, low=1e-6, what="the logit of a row of class 1")
    number(weights @ X[0] + bias, high=-1e-6, what="the logit of a row of class 0")


@correctness
@each("seed", [11, 12])
def test_two_blobs(seed):
    """Two blobs around (-2, 1) and (2, 4): above 95 % of the rows are on their side (seed {seed})"""
    rng = np.random.default_rng(seed)
    y = (np.arange(120) % 3 == 0).astype(int)
    X = rng.normal(size=(120, 2)) + np.where(y[:, None] == 1, [2.0, 4.0], [-2.0, 1.0])
    weights, bias, losses = fit(X, y)
    number(np.mean((X @ weights + bias > 0) == (y == 1)), low=0.95, what="the accuracy")
    number(losses[-1], low=0.0, high=0.15, what="the last loss")


@edge
@each("ones", [3, 8])
def test_bias_alone(ones):
    """X all zeros, {ones} of 10 labels are 1: the bias reaches the log-odds, the weights stay 0"""
    y = (np.arange(10) < ones).astype(int)
    weights, bias, _ = fit(np.zeros((10, 2)), y, lr=4.0)
    close(weights, [0.0, 0.0], what="weights")
    close(bias, math.log(ones / (10 - ones)), rtol=1e-8, what="bias")


@contract
def test_defaults():
    """Left out, lr is 0.5 and n_iter is 300"""
    X, y = data(9, 2, 13)
    for got, want, name in zip(fit(X, y), fit(X, y, lr=0.5, n_iter=300), ("weights", "bias", "losses"), strict=True):
        close(got, want, what=name)
    for got, want, name in zip(fit(X, y, n_iter=3), descent(X, y, 0.5, 3), ("weights", "bias", "losses"), strict=True):
        close(got, want, what=f"{name} after 3 steps")


@numerics
def test_large_logits():
    """Logits in the thousands: losses and parameters stay right, neither inf nor NaN nor capped"""
    X, y = np.array([[-100.0], [100.0], [50.0]]), np.array([0, 1, 0])
    expected = descent(X, y, 1.0, 3)  # losses 0.69, 417, 139
    for got, want, name in zip(fit(X, y, lr=1.0, n_iter=3), expected, ("weights", "bias", "losses"), strict=True):
        close(got, want, what=name)


@edge
@each("label", [0, 1])
def test_one_row(label):
    """One row, one column, label {label}"""
    X, y = np.array([[3.0]]), np.array([label])
    for got, want, name in zip(fit(X, y, lr=0.2, n_iter=4), descent(X, y, 0.2, 4), ("weights", "bias", "losses"), strict=True):
        close(got, want, what=name)


@edge
@each("dtype", ["int8", "uint8", "int64"])
def test_narrow_integers(dtype):
    """X and y of {dtype} give what the same numbers give as floats"""
    X, y = np.array([[100, 3], [0, 120], [90, 90], [7, 1]], dtype=dtype), np.array([1, 0, 1, 0], dtype=dtype)
    for got, want, name in zip(fit(X, y, lr=0.01, n_iter=4), descent(X, y, 0.01, 4), ("weights", "bias", "losses"), strict=True):
        close(got, want, what=name)
