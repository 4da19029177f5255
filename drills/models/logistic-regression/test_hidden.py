"""Hidden tests for logistic regression."""

import math

import numpy as np
from solution import LogisticRegression

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
    no_warnings,
    number,
    numerics,
    raises,
    stretch,
    vectorised,
)


def sigmoid(z):
    return 1.0 / (1.0 + math.exp(-z)) if z >= 0 else math.exp(z) / (1.0 + math.exp(z))


def descent(X, y, lr, n_iter, l2=0.0):
    """Weights and bias after n_iter steps, in plain Python."""
    rows, targets = [[float(v) for v in row] for row in X.tolist()], [float(v) for v in y.tolist()]
    n, w, b = len(rows), [0.0] * X.shape[1], 0.0
    for _ in range(n_iter):
        e = [sigmoid(sum(v * c for v, c in zip(row, w)) + b) - t for row, t in zip(rows, targets)]
        w = [c - lr * (sum(r * row[j] for r, row in zip(e, rows)) / n + l2 * c) for j, c in enumerate(w)]
        b -= lr * sum(e) / n
    return np.array(w), b


def data(n, d, seed):
    """X and labels of both classes (for n > 1) that no plane separates for larger n."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, d)) + rng.uniform(-1.0, 1.0, size=d)
    y = (X @ rng.uniform(-2.0, 2.0, size=d) + rng.normal(size=n) > 0).astype(int)
    y[0], y[-1] = 1, 0
    return X, y


def parameters(model, d):
    return array(model.weights, shape=(d,), kind="f", what="weights"), number(model.bias, what="bias")


def same_model(model, weights, bias, rtol=1e-9, atol=1e-9):
    w, b = parameters(model, len(weights))
    close(w, weights, rtol=rtol, atol=atol, what="weights")
    close(b, bias, rtol=rtol, atol=atol, what="bias")


def unit():
    """A model with w = 1 and b = 0, so that z is the entry of X."""
    model = LogisticRegression(lr=2.0, n_iter=1).fit(np.array([[1.0], [-1.0]]), np.array([1, 0]))
    same_model(model, [1.0], 0.0)
    return model


def column(*z):
    return np.array(z, dtype=float)[:, None]


@edge
def test_no_step():
    """n_iter = 0: weights and bias are 0, p is exactly 0.5 and predict says 1"""
    X, y = data(5, 3, 0)
    model = LogisticRegression(n_iter=0).fit(X, y)
    same_model(model, np.zeros(3), 0.0)
    close(model.predict_proba(X), np.full(5, 0.5), what="the probabilities")
    equal(model.predict(X), np.ones(5, dtype=int), what="the labels at p = 0.5")


@correctness
def test_first_step():
    """The first step: w = lr · Xᵀ(y − 0.5)/n and b = lr · mean(y − 0.5)"""
    X, y = np.array([[1.0, 0.0], [2.0, 1.0], [0.0, -1.0], [1.0, 4.0]]), np.array([1, 1, 0, 1])
    same_model(LogisticRegression(lr=0.5, n_iter=1).fit(X, y), [0.25, 0.375], 0.125)
    same_model(LogisticRegression(4.0, 1).fit(X, y), [2.0, 3.0], 1.0)


@correctness
def test_second_step():
    """The second step takes both updates from the same p"""
    X, y = np.array([[1.0], [3.0]]), np.array([0, 1])
    # First step at lr = 2: w = 1, b = 0; then p = sigmoid(1) and sigmoid(3).
    p, q = sigmoid(1.0), sigmoid(3.0)
    same_model(LogisticRegression(lr=2.0, n_iter=2).fit(X, y), [1.0 - (p + 3.0 * (q - 1.0))], -(p + q - 1.0))


@correctness
@each(("n", "d", "n_iter"), [(5, 3, 3), (30, 2, 7), (4, 4, 5), (3, 6, 4), (9, 1, 12), (1, 1, 5), (1, 3, 2)])
def test_many_steps(n, d, n_iter):
    """Every step follows the two updates, for many shapes"""
    X, y = data(n, d, n + d)
    same_model(LogisticRegression(lr=0.8, n_iter=n_iter).fit(X, y), *descent(X, y, 0.8, n_iter))


@correctness
@each(("n", "d", "l2"), [(8, 2, 0.5), (20, 3, 0.05), (2, 1, 1.0)])
def test_penalised_steps(n, d, l2):
    """The penalty adds l2 · w to the gradient, whatever n is"""
    X, y = data(n, d, 40 + n)
    same_model(LogisticRegression(lr=0.5, n_iter=4, l2=l2).fit(X, y), *descent(X, y, 0.5, 4, l2))
    same_model(LogisticRegression(0.5, 4, l2).fit(X, y), *descent(X, y, 0.5, 4, l2))


@correctness
def test_penalty_spares_the_bias():
    """The bias is not penalised: without features it goes to the log-odds"""
    X, y = np.zeros((4, 2)), np.array([1, 1, 0, 1])
    same_model(LogisticRegression(lr=1.0, n_iter=100, l2=0.9).fit(X, y), [0.0, 0.0], math.log(3.0), rtol=1e-7)


@correctness
@each("l2", [0.0, 0.3])
def test_optimum(l2):
    """With enough steps the gradient of loss and penalty is zero"""
    X, y = data(40, 2, 7)
    model = LogisticRegression(lr=2.0, n_iter=300, l2=l2).fit(X, y)
    w, b = parameters(model, 2)
    error = np.array([sigmoid(z) for z in X @ w + b]) - y
    close(X.T @ error / 40 + l2 * w, np.zeros(2), atol=1e-6, what="the slope in the weights")
    close(error.mean(), 0.0, atol=1e-6, what="the slope in the bias")


@contract
def test_defaults():
    """Without arguments: 1000 steps at lr = 0.1, no penalty"""
    X, y = data(6, 2, 3)
    same_model(LogisticRegression().fit(X, y), *descent(X, y, 0.1, 1000), rtol=1e-8, atol=1e-8)


@contract
def test_fit_again():
    """fit returns the model, and a second fit starts from zeros"""
    X, y = data(10, 2, 5)
    model = LogisticRegression(lr=0.5, n_iter=3, l2=0.1)
    for _ in range(2):
        same_model(model.fit(X, y), *descent(X, y, 0.5, 3, 0.1))
    other, target = data(7, 4, 6)
    parameters(model.fit(other, target), 4)
    same_model(model, *descent(other, target, 0.5, 3, 0.1))


@edge
def test_one_class_and_separable():
    """One class alone, or classes far apart: it fits, all is finite, nothing warns"""
    X, _ = data(6, 2, 8)
    for label in (0, 1):
        y = np.full(6, label)
        with no_warnings():
            model = LogisticRegression(lr=0.5, n_iter=5).fit(X, y)
        same_model(model, *descent(X, y, 0.5, 5))
    with no_warnings():
        model = LogisticRegression(lr=10.0, n_iter=20).fit(column(-2000.0, -1000.0, 1000.0, 2000.0), np.array([0, 0, 1, 1]))
    same_model(model, [7500.0], 0.0)  # reached in one step; from there on p is 0 or 1
    close(model.loss(column(-2000.0, 1000.0), np.array([0, 1])), 0.0, what="the loss")


@numerics
def test_probabilities():
    """p has nine digits from z = -700 to z = 30, in shape (n,)"""
    z = (-700.0, -300.0, -40.0, -18.5, -3.0, 0.0, 0.25, 4.0, 30.0)
    close(unit().predict_proba(column(*z)), [sigmoid(v) for v in z], atol=0.0, what="p")
    close(unit().predict_proba(column(-40.0)), [sigmoid(-40.0)], atol=0.0, what="p of one row")
    X, y = data(12, 3, 9)
    w, b = descent(X, y, 0.5, 3)
    close(LogisticRegression(lr=0.5, n_iter=3).fit(X, y).predict_proba(X), [sigmoid(v) for v in X @ w + b], what="p for d = 3")


@numerics
def test_far_out():
    """z = ±1000 gives exactly 0 and 1, without a warning"""
    model = unit()
    with no_warnings():
        p = model.predict_proba(column(-1000.0, 1000.0, 0.0, -710.0, 710.0))
    close(p, [0.0, 1.0, 0.5, 0.0, 1.0], rtol=0.0, atol=1e-300)
    equal(array(p, shape=(5,))[0] == 0.0, True, what="whether p at z = -1000 is exactly 0")


@correctness
def test_threshold():
    """predict gives 1 where p >= threshold, as integers"""
    model, X = unit(), column(-1000.0, -3.0, -0.5, 0.5, 3.0, 1000.0)  # p is 0, 0.047, 0.378, 0.622, 0.953, 1
    for threshold, expected in (
        (0.5, [0, 0, 0, 1, 1, 1]),
        (0.3, [0, 0, 1, 1, 1, 1]),
        (0.9, [0, 0, 0, 0, 1, 1]),
        (0.0, [1, 1, 1, 1, 1, 1]),
        (1.0, [0, 0, 0, 0, 0, 1]),
    ):
        equal(model.predict(X, threshold=threshold), expected, what=f"the labels at threshold {threshold}")
    equal(model.predict(X), [0, 0, 0, 1, 1, 1], what="the labels without a threshold")
    equal(model.predict(column(0.0)), [1], what="the label at p = 0.5")
    equal(model.predict(column(-0.5, -3.0), 0.2), [1, 0], what="the labels at threshold 0.2, by position")


@correctness
def test_loss():
    """loss is the mean cross-entropy, without the penalty, on any rows"""
    X, y = data(9, 2, 10)
    model = LogisticRegression(lr=0.5, n_iter=6, l2=0.7).fit(X, y)
    w, b = descent(X, y, 0.5, 6, 0.7)
    new, labels = data(15, 2, 11)
    for A, t in ((X, y), (new, labels), (new[:1], labels[:1])):
        z = A @ w + b
        close(model.loss(A, t), float(np.mean(np.log1p(np.exp(-np.where(t == 1, z, -z))))), what=f"the loss of {len(t)} rows")
    close(LogisticRegression(n_iter=0).fit(X, y).loss(X, y), math.log(2.0), what="the loss at zero weights")


@numerics
def test_loss_far_out():
    """A wrong label at |z| = 1000 costs 1000, a right one 0"""
    model = unit()
    for z, label, expected in (
        (1000.0, 0, 1000.0),
        (-1000.0, 1, 1000.0),
        (1000.0, 1, 0.0),
        (-1000.0, 0, 0.0),
        (25.0, 0, 25.0 + math.log1p(math.exp(-25.0))),
        (-36.5, 1, 36.5),
        (15.0, 1, math.log1p(math.exp(-15.0))),
    ):
        close(model.loss(column(z), np.array([label])), expected, what=f"the loss at z = {z:g} with label {label}")
    close(model.loss(column(1000.0, 1000.0, -500.0, 0.0), np.array([0, 1, 1, 1])), (1500.0 + math.log(2.0)) / 4, what="the mean of four rows")


@contract
@each("labels", [[-1, 1, -1, 1], [1, 2, 2, 1], [0.0, 0.5, 1.0, 1.0], [0.0, 1.0, np.nan, 1.0], [2, 2, 2, 2], [-1, 0, 1, 0], [0, 1, 2, 1]])
def test_other_labels(labels):
    """A label other than 0 and 1 raises ValueError, in fit and in loss"""
    X = np.array([[1.0], [2.0], [-1.0], [0.5]])
    with raises(ValueError):
        LogisticRegression(n_iter=2).fit(X, np.array(labels))
    model = LogisticRegression(n_iter=2).fit(X, np.array([0, 1, 1, 0]))
    with raises(ValueError):
        model.loss(X, np.array(labels))


@contract
def test_shape_of_y():
    """Another number of labels raises ValueError; y (n, 1) raises it or counts as (n,)"""
    X, y = data(6, 2, 12)
    expected = descent(X, y, 0.5, 4)
    model = LogisticRegression(lr=0.5, n_iter=4).fit(X, y)
    loss = number(model.loss(X, y))
    for n, m in ((5, 4), (5, 6), (5, 1), (1, 5)):
        with raises(ValueError):
            LogisticRegression(n_iter=2).fit(np.ones((n, 2)), np.ones(m))
        with raises(ValueError):
            model.loss(np.ones((n, 2)), np.ones(m))
    try:
        again = model.fit(X, y[:, None])
    except ValueError:
        pass
    else:
        same_model(again, *expected)
    try:
        same = model.loss(X, y[:, None])
    except ValueError:
        return
    close(same, loss, what="the loss for y of shape (n, 1)")


@contract
@each("l2", [-1.0, -1e-9])
def test_negative_l2(l2):
    """A negative l2 raises ValueError, in the constructor or in fit"""
    try:
        model = LogisticRegression(l2=l2)
    except ValueError:
        return
    with raises(ValueError):
        model.fit(*data(5, 2, 13))


@contract
def test_not_fitted():
    """predict_proba, predict and loss before fit raise RuntimeError"""
    model = LogisticRegression()
    for ask in (lambda: model.predict_proba(np.ones((3, 2))), lambda: model.predict(np.ones((3, 2)))):
        with raises(RuntimeError):
            ask()
    with raises(RuntimeError):
        model.loss(np.ones((3, 2)), np.array([0, 1, 1]))


@numerics
@each("dtype", ["int8", "uint8", "int64", "bool"])
def test_other_types(dtype):
    """Integer rows, and labels as integers, floats or booleans, do as floats do"""
    X = np.array([[100, 3], [120, 0], [90, 7], [110, 120], [0, 1]]).astype("int8" if dtype == "bool" else dtype)
    y = np.array([1, 0, 0, 1, 1])
    w, b = descent(X, y, 1e-3, 4)
    z = X.astype(float) @ w + b
    loss = float(np.mean(np.log1p(np.exp(-np.where(y == 1, z, -z)))))
    for labels in (y.astype(dtype), y.astype(float)):
        model = LogisticRegression(lr=1e-3, n_iter=4).fit(X, labels)
        same_model(model, w, b)
        close(model.predict_proba(X), [sigmoid(v) for v in z], what="p")
        close(model.loss(X, labels), loss, what="the loss")
    check(float(np.abs(w).max()) > 1e-6, "the weights are still zero")


@stretch
@vectorised
def test_no_loop_over_rows():
    """The interpreter's work does not grow with the number of rows"""
    model = LogisticRegression(n_iter=2)
    flat_growth(lambda n: model.fit(*data(n, 3, 15)), sizes=(200, 1200), what="rows of fit")
    flat_growth(lambda n: model.predict(data(n, 3, 15)[0]), sizes=(200, 1200), what="rows of predict")
    flat_growth(lambda n: model.loss(*data(n, 3, 15)), sizes=(200, 1200), what="rows of loss")
