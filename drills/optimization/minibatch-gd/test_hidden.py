"""Hidden tests for mini-batch descent."""

import itertools

import numpy as np
from solution import LinearRegressionMiniBatch

from drillkit.testing import array, check, close, contract, correctness, each, edge, flat_growth, number, numerics, stretch, vectorised


def fitted(model, X, y):
    """Weights, bias and loss history of the model after fit(X, y)."""
    model.fit(X, y)
    weights = array(model.weights, shape=(X.shape[1],), kind="f", what="weights")
    return weights, number(model.bias, what="bias"), array(model.loss_history, shape=(None,), kind="f", what="loss_history")


def step(w, b, X, y, lr):
    """One step on the given rows, in plain Python."""
    rows, targets = X.tolist(), y.tolist()
    r = [sum(v * c for v, c in zip(row, w, strict=True)) + b - t for row, t in zip(rows, targets, strict=True)]
    slope = [2.0 / len(rows) * sum(e * row[j] for e, row in zip(r, rows, strict=True)) for j in range(len(w))]
    return [c - lr * s for c, s in zip(w, slope, strict=True)], b - lr * 2.0 / len(rows) * sum(r)


def descent(X, y, lr, epochs, order=None, size=None):
    """Weights, bias and losses of plain descent over batches in one order."""
    order, size = list(order) if order is not None else list(range(len(X))), size or len(X)
    w, b, losses = [0.0] * X.shape[1], 0.0, []
    for _ in range(epochs):
        for start in range(0, len(X), size):
            rows = order[start : start + size]
            w, b = step(w, b, X[rows], y[rows], lr)
        losses.append(float(np.mean((X @ np.array(w) + b - y) ** 2)))
    return np.array(w), b, losses


def data(n, d, seed, noise=0.3):
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, d)) + rng.uniform(-1.0, 1.0, size=d)
    return X, X @ rng.uniform(-3.0, 3.0, size=d) + 2.0 + noise * rng.normal(size=n)


def same_model(got, expected, rtol=1e-9):
    for have, want, what in zip(got, expected, ("weights", "bias", "loss_history"), strict=True):
        close(have, want, rtol=rtol, atol=1e-9, what=what)


def orders(X, y, lr, size):
    """What one epoch may lead to: weights and bias for every order of the rows."""
    return np.array([[*w, b] for w, b, _ in (descent(X, y, lr, 1, order, size) for order in itertools.permutations(range(len(X))))])


def one_of(got, allowed, message):
    away = np.abs(allowed - np.array([*got[0], got[1]])).max(axis=1)
    check(float(away.min()) < 1e-8, message, returned=got[:2])


@correctness
def test_full_batch_one_step():
    """batch_size = n, one epoch: w = lr · 2/n · Xᵀy and b = lr · 2 · mean(y)"""
    X, y = np.array([[1.0, 0.0], [2.0, 1.0], [0.0, -1.0], [1.0, 4.0]]), np.array([1.0, 2.0, 3.0, -2.0])
    w, b, _ = fitted(LinearRegressionMiniBatch(lr=0.5, n_iter=1, batch_size=4, seed=3), X, y)
    close(w, [0.75, -2.25], what="weights")
    close(b, 1.0, what="bias")


@correctness
def test_full_batch_second_step():
    """Both updates of a step come from the same residual"""
    # First step at lr = 0.25: w = 3.5, b = 1.5; then r = (3, 8), so w falls by 0.25 · 27 and b by 0.25 · 11.
    w, b, _ = fitted(LinearRegressionMiniBatch(lr=0.25, n_iter=2, batch_size=2), np.array([[1.0], [3.0]]), np.array([2.0, 4.0]))
    close(w, [-3.25], what="weights")
    close(b, -1.25, what="bias")


@correctness
def test_loss_may_rise():
    """loss_history shows the loss as it is, also where it rises"""
    # After the first step the residuals are 3 and 8, after the second -6.5 and -15.
    _, _, losses = fitted(LinearRegressionMiniBatch(lr=0.25, n_iter=2, batch_size=2), np.array([[1.0], [3.0]]), np.array([2.0, 4.0]))
    close(losses, [36.5, 133.625], what="loss_history")


@edge
def test_no_early_stop():
    """All n_iter epochs are run, also where the loss does not change"""
    X = np.array([[1.0], [2.0], [-1.0]])
    _, _, losses = fitted(LinearRegressionMiniBatch(lr=0.1, n_iter=6, batch_size=2), X, np.zeros(3))
    close(losses, np.zeros(6), what="loss_history for a target of zeros")
    _, _, losses = fitted(LinearRegressionMiniBatch(lr=0.01, n_iter=300, batch_size=3), X - X.mean(), np.array([1e-6, 2e-6, -1e-6]))
    check(len(losses) == 300, f"loss_history has {len(losses)} entries after 300 epochs of small steps", returned=losses[-3:])


@correctness
@each(("n", "d", "epochs"), [(5, 3, 4), (12, 1, 6), (3, 5, 3), (1, 2, 3), (1, 1, 2)])
def test_full_batch_many_steps(n, d, epochs):
    """batch_size = n is full-batch descent, step by step"""
    X, y = data(n, d, n + d)
    same_model(fitted(LinearRegressionMiniBatch(lr=0.05, n_iter=epochs, batch_size=n), X, y), descent(X, y, 0.05, epochs))


@edge
@each("batch_size", [8, 33, 1000])
def test_batch_larger_than_data(batch_size):
    """A batch_size above n is full-batch descent, averaged over n"""
    X, y = data(7, 2, 1)
    same_model(fitted(LinearRegressionMiniBatch(lr=0.1, n_iter=3, batch_size=batch_size), X, y), descent(X, y, 0.1, 3))


@edge
def test_no_epoch():
    """n_iter = 0 leaves zeros and an empty history"""
    X, y = data(5, 2, 2)
    w, b, losses = fitted(LinearRegressionMiniBatch(n_iter=0), X, y)
    close(w, [0.0, 0.0], what="weights")
    close(b, 0.0, what="bias")
    check(len(losses) == 0, "loss_history is not empty after no epoch", returned=losses)


@correctness
@each("seed", [0, 1, 7])
def test_one_row_at_a_time(seed):
    """batch_size = 1: after an epoch each row has made one step, in some order"""
    X, y = np.array([[1.0, 2.0], [-1.0, 0.5], [2.0, -1.0], [0.5, 1.0]]), np.array([1.0, 3.0, -2.0, 4.0])
    got = fitted(LinearRegressionMiniBatch(lr=0.1, n_iter=1, batch_size=1, seed=seed), X, y)
    one_of(got, orders(X, y, 0.1, 1), "no order of the four rows leads to these weights")


@correctness
@each("seed", [0, 1, 2, 3])
def test_last_batch_is_used(seed):
    """5 rows in batches of 4: the last row makes a step as well"""
    X, y = np.eye(5), np.array([1.0, 2.0, 4.0, 8.0, 16.0])
    w, _, _ = fitted(LinearRegressionMiniBatch(lr=0.1, n_iter=1, batch_size=4, seed=seed), X, y)
    check(bool(np.all(np.abs(w) > 1e-3)), "a row has not moved its weight in an epoch", returned=w)


@correctness
@each(("n", "batch_size"), [(5, 2), (5, 4), (4, 3), (5, 3)])
def test_last_batch_has_its_own_size(n, batch_size):
    """The last, smaller batch is averaged over its own rows"""
    X, y = data(n, 2, 30 + n)
    got = fitted(LinearRegressionMiniBatch(lr=0.1, n_iter=1, batch_size=batch_size, seed=5), X, y)
    one_of(got, orders(X, y, 0.1, batch_size), f"no order of {n} rows in batches of {batch_size} leads to these weights")


@correctness
def test_rows_stay_with_their_targets():
    """Rows and targets are shuffled together: without noise the fit is exact"""
    X, y = data(50, 3, 4, noise=0.0)
    w, b, losses = fitted(LinearRegressionMiniBatch(lr=0.05, n_iter=120, batch_size=8, seed=1), X, y)
    close(X @ w + b, y, rtol=1e-4, atol=1e-4, what="the predictions")
    check(float(losses[-1]) < 1e-6, "the loss does not go to 0 on data without noise", returned=losses[-1])


@correctness
def test_reshuffled_every_epoch():
    """Each epoch has an order of its own, and the seed decides which"""
    X, y = np.array([[1.0], [2.0], [-1.0], [0.5]]), np.array([3.0, -1.0, 2.0, 5.0])
    fixed = np.array([[*w, b] for w, b, _ in (descent(X, y, 0.1, 2, order, 1) for order in itertools.permutations(range(4)))])
    repeated, distinct = 0, set()
    for seed in range(8):
        w, b, _ = fitted(LinearRegressionMiniBatch(lr=0.1, n_iter=2, batch_size=1, seed=seed), X, y)
        repeated += float(np.abs(fixed - np.array([*w, b])).max(axis=1).min()) < 1e-9
        distinct.add((round(float(w[0]), 9), round(b, 9)))
    check(repeated <= 5, f"the second epoch repeats the order of the first, with {repeated} of eight seeds", returned=repeated)
    check(len(distinct) > 1, "eight seeds lead to the same weights", returned=sorted(distinct))


@correctness
def test_reaches_least_squares():
    """With a small learning rate it ends near least squares"""
    X, y = data(60, 2, 5)
    theta = np.linalg.lstsq(np.column_stack([np.ones(60), X]), y, rcond=None)[0]
    w, b, losses = fitted(LinearRegressionMiniBatch(lr=0.01, n_iter=200, batch_size=16, seed=2), X, y)
    close([*w, b], [*theta[1:], theta[0]], rtol=0.0, atol=0.05, what="weights and bias")
    best = float(np.mean((X @ theta[1:] + theta[0] - y) ** 2))
    check(float(losses[-1]) < 1.05 * best, "the last loss is far from that of least squares", returned=losses[-1], expected=best)


@correctness
def test_bias_is_learned():
    """A constant target is met by the bias"""
    X = np.array([[1.0], [-1.0], [2.0], [-2.0], [0.0], [0.0]])
    w, b, _ = fitted(LinearRegressionMiniBatch(lr=0.1, n_iter=150, batch_size=4), X, np.full(6, 7.0))
    close(b, 7.0, rtol=1e-4, what="bias")
    close(w, [0.0], atol=1e-3, what="weights")


@contract
def test_loss_history_after_each_epoch():
    """loss_history has one entry for each epoch, taken at its end"""
    X, y = data(10, 2, 6)
    for n_iter in (1, 5):
        w, b, losses = fitted(LinearRegressionMiniBatch(lr=0.05, n_iter=n_iter, batch_size=3), X, y)
        check(len(losses) == n_iter, f"loss_history has {len(losses)} entries after {n_iter} epochs", returned=losses)
        close(losses[-1], float(np.mean((X @ w + b - y) ** 2)), what="the last entry")


@contract
def test_loss_over_all_data():
    """An entry is the loss of the epoch's last weights, over all rows"""
    X, y = data(4, 2, 7)
    allowed = np.array([descent(X, y, 0.1, 1, order, 2)[2][0] for order in itertools.permutations(range(4))])
    for seed in (9, 10):
        _, _, losses = fitted(LinearRegressionMiniBatch(lr=0.1, n_iter=3, batch_size=2, seed=seed), X, y)
        away = float(np.abs(allowed - losses[0]).min())
        check(away < 1e-8, "the first entry is not the loss over all rows after one epoch, for any order of the rows", returned=losses)


@correctness
@each("seed", [0, 5])
def test_order_is_random(seed):
    """The rows, not only the batches, are put in random order"""
    # With X the unit matrix and y all 1, the weight of a row after one epoch tells which step it was in.
    w, _, _ = fitted(LinearRegressionMiniBatch(lr=0.05, n_iter=1, batch_size=1, seed=seed), np.eye(40), np.ones(40))
    order = np.argsort(-w)
    close(w[order], 0.1 * 0.9 ** np.arange(40), what="the weights in descending order")
    neighbours = int(np.sum(np.isin(np.diff(order) % 40, (1, 39))))
    check(neighbours <= 16, f"{neighbours} of 40 rows are followed by their neighbour in X", returned=order)
    w, _, _ = fitted(LinearRegressionMiniBatch(lr=0.05, n_iter=1, batch_size=4, seed=seed), np.eye(40), np.ones(40))
    together = int(np.sum(np.abs(np.diff(w)) < 1e-12))
    check(together <= 20, f"{together} of 40 rows are in one batch with their neighbour in X, for batches of 4", returned=w)


@correctness
def test_every_row_in_every_place():
    """Over many seeds each row comes first, second … and last about equally often"""
    places, draws = np.zeros((4, 4)), 60
    for seed in range(draws):
        w, _, _ = fitted(LinearRegressionMiniBatch(lr=0.05, n_iter=1, batch_size=1, seed=seed), np.eye(4), np.ones(4))
        places[np.argsort(-w), np.arange(4)] += 1  # the earlier its step, the larger its weight
    off = float(np.abs(places - draws / 4).max() / np.sqrt(draws * 3 / 16))
    check(off < 6, "over 60 seeds some row is in some place too often or too rarely (rows × places)", returned=places)


@contract
def test_same_seed_same_result():
    """The same seed gives the same weights, in two models"""
    X, y = data(20, 3, 8)
    first = fitted(LinearRegressionMiniBatch(lr=0.05, n_iter=3, batch_size=4, seed=11), X, y)
    same_model(fitted(LinearRegressionMiniBatch(lr=0.05, n_iter=3, batch_size=4, seed=11), X, y), first)


@contract
def test_fit_again():
    """A second fit starts from zeros, from the seed and with a new history"""
    X, y = data(20, 3, 9)
    model = LinearRegressionMiniBatch(lr=0.05, n_iter=3, batch_size=4, seed=12)
    first = fitted(model, X, y)
    same_model(fitted(model, X, y), first)
    other, target = data(6, 2, 10)
    full = LinearRegressionMiniBatch(lr=0.05, n_iter=2, batch_size=50)
    fitted(full, X, y)
    same_model(fitted(full, other, target), descent(other, target, 0.05, 2))


@contract
def test_defaults():
    """Without arguments: lr 0.01, 100 epochs, batches of 32, seed 0"""
    X, y = data(32, 2, 11)
    same_model(fitted(LinearRegressionMiniBatch(), X, y), descent(X, y, 0.01, 100))
    X, y = data(33, 2, 12)
    given = fitted(LinearRegressionMiniBatch(0.01, 100, 32, 0), X, y)
    same_model(fitted(LinearRegressionMiniBatch(), X, y), given)
    w, _, _ = descent(X, y, 0.01, 100)
    check(float(np.abs(given[0] - w).max()) > 1e-6, "33 rows are one batch by default", returned=given[0])


@contract
def test_predict():
    """fit returns the model, and predict gives X w + b, one number a row"""
    X, y = np.array([[1.0], [3.0]]), np.array([1.0, 3.0])
    model = LinearRegressionMiniBatch(lr=0.5, n_iter=1, batch_size=2).fit(X, y)
    close(model.predict(np.array([[0.0], [2.0], [-1.0]])), [2.0, 12.0, -3.0], what="three rows")
    close(model.predict(np.array([[4.0]])), [22.0], what="one row")


@edge
@each("batch_size", [2, 6])
def test_target_as_a_column(batch_size):
    """y of shape (n, 1) raises ValueError or counts as (n,)"""
    X, y = data(6, 2, 13)
    expected = fitted(LinearRegressionMiniBatch(lr=0.05, n_iter=4, batch_size=batch_size), X, y)
    model = LinearRegressionMiniBatch(lr=0.05, n_iter=4, batch_size=batch_size)
    try:
        model.fit(X, y[:, None])
    except ValueError:
        return
    close(model.weights, expected[0], what="weights")
    close(model.bias, expected[1], what="bias")
    close(model.loss_history, expected[2], what="loss_history")


@numerics
@each("dtype", ["int8", "uint8", "int64"])
def test_integers(dtype):
    """Integers of any width do as floats do"""
    largest = {"int8": 127, "uint8": 255, "int64": 1000}[dtype]
    X = np.array([[100, 3], [120, 0], [90, largest], [110, 120], [0, 1]]).astype(dtype)
    y = np.array([100, 127, 0, 120, 90]).astype(dtype)
    expected = descent(X.astype(float), y.astype(float), 1e-5, 3)
    model = LinearRegressionMiniBatch(lr=1e-5, n_iter=3, batch_size=5)
    same_model(fitted(model, X, y), expected)
    close(model.predict(X), X.astype(float) @ expected[0] + expected[1], what="the predictions")


@stretch
@vectorised
def test_no_loop_over_rows():
    """The interpreter's work does not grow with the rows, for three batches"""
    flat_growth(lambda n: LinearRegressionMiniBatch(n_iter=2, batch_size=n // 3 + 1).fit(*data(n, 2, 14)), sizes=(200, 1200), what="rows")
