"""Hidden tests for linear regression."""

import numpy as np
from solution import LinearRegression

from drillkit.testing import (
    array,
    check,
    close,
    contract,
    correctness,
    each,
    edge,
    flat_growth,
    number,
    numerics,
    raises,
    stretch,
    vectorised,
)


def descent(X, y, lr, n_iter):
    """Weights and bias after n_iter steps, in plain Python."""
    rows, targets = [[float(v) for v in row] for row in X.tolist()], [float(v) for v in y.tolist()]
    n, w, b = len(rows), [0.0] * X.shape[1], 0.0
    for _ in range(n_iter):
        r = [sum(v * c for v, c in zip(row, w, strict=True)) + b - t for row, t in zip(rows, targets, strict=True)]
        slope = [2.0 / n * sum(e * row[j] for e, row in zip(r, rows, strict=True)) for j in range(len(w))]
        w = [c - lr * s for c, s in zip(w, slope, strict=True)]
        b -= lr * 2.0 / n * sum(r)
    return np.array(w), b


def data(n, d, seed, noise=0.5):
    """X, y, with columns that are neither centred nor of one scale."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, d)) * rng.uniform(0.5, 2.0, size=d) + rng.uniform(-2.0, 2.0, size=d)
    return X, X @ rng.uniform(-3.0, 3.0, size=d) + 4.0 + noise * rng.normal(size=n)


def centred(n, d, seed):
    X = np.random.default_rng(seed).integers(-5, 6, size=(n, d)).astype(float)
    X[-1] -= X.sum(axis=0)
    return X


def parameters(model, d):
    return array(model.weights, shape=(d,), kind="f", what="weights"), number(model.bias, what="bias")


def same_model(model, weights, bias, rtol=1e-9, atol=1e-9):
    w, b = parameters(model, len(weights))
    close(w, weights, rtol=rtol, atol=atol, what="weights")
    close(b, bias, rtol=rtol, atol=atol, what="bias")


@edge
def test_no_step():
    """n_iter = 0 leaves weights and bias at zero"""
    X, y = data(6, 3, 0)
    model = LinearRegression(lr=0.1, n_iter=0).fit(X, y)
    same_model(model, np.zeros(3), 0.0)
    close(model.predict(X), np.zeros(6), what="the predictions")


@correctness
def test_first_step():
    """The first step: w = lr · 2/n · Xᵀy and b = lr · 2 · mean(y)"""
    X, y = np.array([[1.0, 0.0], [2.0, 1.0], [0.0, -1.0], [1.0, 4.0]]), np.array([1.0, 2.0, 3.0, -2.0])
    same_model(LinearRegression(lr=0.5, n_iter=1).fit(X, y), [0.75, -2.25], 1.0)
    same_model(LinearRegression(0.25, 1).fit(X, y), [0.375, -1.125], 0.5)


@correctness
def test_second_step():
    """The second step takes both updates from the same residual"""
    X, y = np.array([[1.0], [3.0]]), np.array([2.0, 4.0])
    # First step at lr = 0.25: w = 3.5, b = 1.5; then r = (3, 8), so w falls by 0.25 · 27 and b by 0.25 · 11.
    same_model(LinearRegression(lr=0.25, n_iter=2).fit(X, y), [-3.25], -1.25)


@correctness
@each(("n", "d", "n_iter"), [(5, 3, 3), (30, 2, 7), (4, 4, 5), (3, 6, 4), (9, 1, 12), (1, 1, 5), (1, 3, 2)])
def test_many_steps(n, d, n_iter):
    """Every step follows the two updates, for many shapes"""
    X, y = data(n, d, n + d)
    same_model(LinearRegression(lr=0.03, n_iter=n_iter).fit(X, y), *descent(X, y, 0.03, n_iter))


@contract
def test_defaults():
    """Without arguments: 1000 steps at lr = 0.01"""
    X, y = data(8, 2, 3)
    same_model(LinearRegression().fit(X, y), *descent(X, y, 0.01, 1000), atol=1e-8)


@correctness
def test_descent_reaches_least_squares():
    """With enough steps descent ends at the least-squares solution"""
    X, y = data(40, 3, 4)
    theta = np.linalg.lstsq(np.column_stack([np.ones(40), X]), y, rcond=None)[0]
    same_model(LinearRegression(lr=0.05, n_iter=3000).fit(X, y), theta[1:], theta[0], rtol=1e-5, atol=1e-5)


@edge
def test_small_steps_count():
    """All n_iter steps are taken, however small they are"""
    X, y = np.array([[1e-8], [-1e-8]]), np.array([4.0, -4.0])
    w, b = parameters(LinearRegression(lr=0.01, n_iter=50).fit(X, y), 1)
    close(w, [50 * 0.02 * 4e-8], atol=0.0, rtol=1e-6, what="weights after 50 steps of 8e-10")
    close(b, 0.0, what="bias")


@contract
def test_fit_again_starts_from_zeros():
    """fit forgets what the model learned before, by either method"""
    X, y = data(10, 2, 5)
    expected = descent(X, y, 0.05, 3)
    model = LinearRegression(lr=0.05, n_iter=3)
    parameters(model.fit(X, y), 2)
    same_model(model.fit(X, y), *expected)
    parameters(model.fit_closed_form(X, y), 2)
    same_model(model.fit(X, y), *expected)
    other, target = data(7, 4, 6)
    same_model(model.fit(other, target), *descent(other, target, 0.05, 3))


@correctness
def test_closed_form_by_hand():
    """Closed form: a line, a plane and a least-squares fit by hand"""
    same_model(LinearRegression().fit_closed_form(np.array([[0.0], [1.0], [2.0], [5.0]]), np.array([7.0, 4.0, 1.0, -8.0])), [-3.0], 7.0)
    X = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [2.0, 3.0]])
    same_model(LinearRegression().fit_closed_form(X, np.array([-1.0, 1.0, 4.0, 18.0])), [2.0, 5.0], -1.0)
    same_model(LinearRegression().fit_closed_form(np.array([[-1.0], [0.0], [1.0]]), np.array([0.0, 6.0, 3.0])), [1.5], 3.0)


@correctness
@each(("n", "d"), [(40, 3), (12, 1), (6, 5), (60, 8)])
def test_closed_form_random(n, d):
    """Closed form: the residual is orthogonal to every column and to the ones"""
    X, y = data(n, d, n)
    weights, bias = parameters(LinearRegression(lr=5.0, n_iter=1).fit_closed_form(X, y), d)
    residual = X @ weights + bias - y
    close(residual.sum(), 0.0, atol=1e-8 * n, what="the sum of the residuals")
    close(X.T @ residual, np.zeros(d), atol=1e-8 * n, what="the products of columns and residuals")


@numerics
@each("scale", [1e-7, 1e-4, 1e4])
def test_closed_form_has_no_penalty(scale):
    """Closed form: columns of a small or large unit are not shrunk"""
    X = np.random.default_rng(7).normal(size=(20, 2)) * scale
    same_model(LinearRegression().fit_closed_form(X, X @ [3.0, -2.0] + 1.0), [3.0, -2.0], 1.0, rtol=1e-6, atol=1e-6)


@numerics
def test_closed_form_ill_conditioned():
    """Closed form: right to 1e-4 where the condition number of [1 X] is near 1e8"""
    t, z = np.random.default_rng(8).normal(size=(2, 30))
    X = np.column_stack([t, t + 4e-8 * z])
    same_model(LinearRegression().fit_closed_form(X, X @ [3.0, -2.0] + 0.5), [3.0, -2.0], 0.5, rtol=1e-4, atol=0.0)
    X = (t + 8e3)[:, None]
    same_model(LinearRegression().fit_closed_form(X, X @ [0.5] - 3.0), [0.5], -3.0, rtol=1e-4, atol=0.0)


@edge
def test_duplicate_column():
    """Closed form: equal columns share the weight, the smallest norm"""
    t = np.array([-3.0, -1.0, 0.0, 1.0, 3.0])
    y = np.array([-5.0, -1.0, 2.0, 3.0, 11.0])  # slope 2.6, mean 2
    same_model(LinearRegression().fit_closed_form(np.column_stack([t, t]), y), [1.3, 1.3], 2.0, rtol=1e-7, atol=1e-8)
    for scale in (1e-3, 1e3):
        X = np.column_stack([t, t]) * scale
        same_model(LinearRegression().fit_closed_form(X, y), [1.3 / scale, 1.3 / scale], 2.0, rtol=1e-6, atol=1e-8)
    model = LinearRegression().fit_closed_form(np.column_stack([t, 2.0 * t]), y)
    same_model(model, [0.52, 1.04], 2.0, rtol=1e-7, atol=1e-8)
    close(model.predict(np.array([[1.0, 2.0], [0.0, 0.0]])), [4.6, 2.0], rtol=1e-7, what="the predictions")


@edge
def test_constant_column():
    """Closed form: a constant column beside the intercept does no harm"""
    t = np.array([-3.0, -1.0, 0.0, 1.0, 3.0])
    y = 2.0 * t + 4.0
    same_model(LinearRegression().fit_closed_form(np.column_stack([np.zeros(5), t]), y), [0.0, 2.0], 4.0, rtol=1e-7, atol=1e-8)
    for constant in (1.0, 7.0, 0.1):
        X = np.column_stack([t, np.full(5, constant)])
        model = LinearRegression().fit_closed_form(X, y)
        parameters(model, 2)
        close(model.predict(X), y, rtol=1e-7, atol=1e-8, what=f"the predictions with a column of {constant}")
        close(array(model.weights, shape=(2,), kind="f")[0], 2.0, rtol=1e-7, what="the weight of the other column")


@edge
@each(("n", "d"), [(3, 5), (4, 4), (2, 1), (1, 1), (1, 3)])
def test_fewer_rows_than_parameters(n, d):
    """Closed form: with n < d + 1 it meets every y, with the smallest weights"""
    X = centred(n, d, 10 + n + d)
    y = np.random.default_rng(n).normal(size=n) if n > 1 else np.array([3.5])
    if (n, d) == (4, 4):
        X[:, 3] = X[:, 0] + X[:, 1]
        y = X @ [1.0, 2.0, -1.0, 0.5] + 2.0
    model = LinearRegression().fit_closed_form(X, y)
    weights, bias = parameters(model, d)
    close(model.predict(X), y, rtol=1e-7, atol=1e-8, what="the predictions")
    close(bias, y.mean(), rtol=1e-7, atol=1e-8, what="bias, with centred columns")
    smallest = np.linalg.pinv(X, rcond=1e-10) @ (y - y.mean())
    close(weights, smallest, rtol=1e-6, atol=1e-8, what="weights")


@contract
def test_predict():
    """predict gives X w + b for new rows, one number a row"""
    model = LinearRegression().fit_closed_form(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]), np.array([1.0, 3.0, 0.0]))
    close(model.predict(np.array([[2.0, 5.0], [-1.0, 0.0], [0.0, 0.0], [10.0, 10.0]])), [0.0, -1.0, 1.0, 11.0], atol=1e-9, what="four rows")
    close(model.predict(np.array([[1.0, 1.0]])), [2.0], what="one row")
    model = LinearRegression(lr=0.5, n_iter=1).fit(np.array([[1.0], [3.0]]), np.array([1.0, 3.0]))
    close(model.predict(np.array([[0.0], [2.0], [-1.0]])), [2.0, 12.0, -3.0], what="after fit")


@edge
@each("method", ["fit", "fit_closed_form"])
def test_target_as_a_column(method):
    """y of shape (n, 1) raises ValueError or counts as (n,)"""
    X, y = data(6, 2, 12)
    plain, model = LinearRegression(lr=0.05, n_iter=4), LinearRegression(lr=0.05, n_iter=4)
    expected = parameters(getattr(plain, method)(X, y), 2)
    try:
        getattr(model, method)(X, y[:, None])
    except ValueError:
        return
    same_model(model, *expected)
    array(model.predict(X), shape=(6,), kind="f", what="the predictions")


@contract
@each("method", ["fit", "fit_closed_form"])
def test_lengths_differ(method):
    """X and y with different numbers of rows raise ValueError, a single y too"""
    for n, m in ((5, 4), (5, 6), (5, 1), (1, 5)):
        model = LinearRegression(n_iter=2)
        with raises(ValueError):
            getattr(model, method)(np.ones((n, 2)), np.ones(m))


@contract
def test_not_fitted():
    """predict before any fit raises RuntimeError"""
    model = LinearRegression()
    with raises(RuntimeError):
        model.predict(np.ones((3, 2)))


@numerics
@each("dtype", ["int8", "uint8", "int64"])
def test_integers(dtype):
    """Integers of any width do as floats do"""
    X = np.array([[100, 3], [120, 0], [90, 7], [110, 120], [0, 1], [5, 60], [60, 60], [2, 2]]).astype(dtype)
    y = np.array([100, 127, 0, 120, 90, 3, 1, 77]).astype(dtype)
    same_model(LinearRegression(lr=1e-5, n_iter=3).fit(X, y), *descent(X, y, 1e-5, 3))
    theta = np.linalg.lstsq(np.column_stack([np.ones(8), X.astype(float)]), y.astype(float), rcond=None)[0]
    model = LinearRegression().fit_closed_form(X, y)
    same_model(model, theta[1:], theta[0], rtol=1e-8)
    close(model.predict(X), X.astype(float) @ theta[1:] + theta[0], rtol=1e-8, what="the predictions")


@contract
@each("method", ["fit", "fit_closed_form"])
def test_attributes(method):
    """Both fits return the model, with weights (d,) and one number as bias"""
    for n, d in ((6, 3), (5, 1)):
        X, y = data(n, d, 14)
        model = LinearRegression(lr=0.05, n_iter=2)
        returned = getattr(model, method)(X, y)
        same_model(returned, *parameters(model, d))
        check(bool(np.any(parameters(model, d)[0])), "the weights are still zero", returned=model.weights)


@stretch
@vectorised
def test_no_loop_over_rows():
    """The interpreter's work does not grow with the number of rows"""
    model = LinearRegression(n_iter=2)
    flat_growth(lambda n: model.fit(*data(n, 3, 15)), sizes=(200, 1200), what="rows of fit")
    flat_growth(lambda n: model.fit_closed_form(*data(n, 3, 15)), sizes=(200, 1200), what="rows of fit_closed_form")
    flat_growth(lambda n: model.predict(data(n, 3, 15)[0]), sizes=(200, 1200), what="rows of predict")
