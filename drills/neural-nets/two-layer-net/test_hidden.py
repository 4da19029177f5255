"""Hidden tests for the two-layer network."""

import math

import numpy as np
from solution import backward, forward, init_params, loss, step

from drillkit.testing import (
    array,
    check,
    close,
    contract,
    correctness,
    each,
    edge,
    flat_growth,
    mapping,
    memory,
    numerics,
    peak_memory,
    raises,
    stretch,
    vectorised,
)

KEYS = ("W1", "b1", "W2", "b2")
SIZES = [(5, 3, 4, 2), (3, 2, 5, 4), (4, 4, 4, 4)]
XOR = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0, 1, 1, 0])


def shapes(d, h, c):
    return dict(zip(KEYS, [(d, h), (h,), (h, c), (c,)]))


def network(n, d, h, c):
    """params, X, y with random entries, such that tanh is neither linear nor saturated."""
    rng = np.random.default_rng(1000 * n + 100 * d + 10 * h + c)
    params = {key: rng.normal(size=shape) * 0.8 for key, shape in shapes(d, h, c).items()}
    return params, rng.normal(size=(n, d)), rng.integers(0, c, size=n)


def logits_of(params, X):
    """The logits in plain Python."""
    W1, b1, W2, b2 = (params[key].tolist() for key in KEYS)
    rows = []
    for x in X.tolist():
        a = [math.tanh(b + sum(v * w[j] for v, w in zip(x, W1))) for j, b in enumerate(b1)]
        rows.append([b + sum(v * w[k] for v, w in zip(a, W2)) for k, b in enumerate(b2)])
    return rows


def loss_of(params, X, y):
    """The loss in plain Python, for moderate logits."""
    total = 0.0
    for z, label in zip(logits_of(params, X), y.tolist()):
        total += math.log(sum(math.exp(v - z[label]) for v in z))
    return total / len(y)


def slope(key, params, X, y, width=1e-3):
    """Central differences of the loss by one parameter at two distances, extrapolated (error of order width⁴)."""
    slopes = np.zeros(params[key].shape)
    for place in np.ndindex(slopes.shape):
        central = []
        for h in (width, 2 * width):
            ends = []
            for sign in (1, -1):
                moved = params[key].copy()
                moved[place] += sign * h
                ends.append(loss_of({**params, key: moved}, X, y))
            central.append((ends[0] - ends[1]) / (2 * h))
        slopes[place] = (4 * central[0] - central[1]) / 3
    return slopes


def check_slope(key, *sizes):
    params, X, y = network(*sizes)
    expected = slope(key, params, X, y)
    grads = mapping(backward(params, X, y), *KEYS)
    what = "grads[{!r}] for n = {}, d = {}, h = {}, c = {}".format(key, *sizes)
    close(grads[key], expected, rtol=1e-6, atol=1e-6 * float(np.abs(expected).max()) + 1e-10, what=what)


def plain_step(params, X, Y, lr):
    """One step of descent; params and the one-hot Y may have a leading axis for several networks."""
    W1, b1, W2, b2 = (params[key] for key in KEYS)
    hidden = np.tanh(X @ W1 + b1[..., None, :])
    p = np.exp(hidden @ W2 + b2[..., None, :])
    delta = (p / p.sum(axis=-1, keepdims=True) - Y) / len(X)
    inner = (delta @ np.swapaxes(W2, -1, -2)) * (1 - hidden**2)
    slopes = {"W1": X.T @ inner, "b1": inner.sum(axis=-2), "W2": np.swapaxes(hidden, -1, -2) @ delta, "b2": delta.sum(axis=-2)}
    return {key: params[key] - lr * slopes[key] for key in KEYS}


def started(d, h, c, seed):
    """The learner's initial parameters, once they have the right keys, shapes and kind."""
    params = mapping(init_params(d, h, c, np.random.default_rng(seed)), *KEYS)
    return {key: array(params[key], shape=shape, kind="f", what=f"params[{key!r}]") for key, shape in shapes(d, h, c).items()}


def normal(draws, std, what):
    """Mean, spread and tails of 8000 draws, each within six standard errors."""
    z = draws.ravel() / std
    check(abs(float(z.mean())) < 0.068, f"the mean of {what} is not 0", returned=float(draws.mean()))
    check(abs(float(z.std()) - 1) < 0.048, f"the standard deviation of {what} is off", returned=float(draws.std()), expected=std)
    check(2.3 < float(np.mean(z**4)) < 3.7, f"{what} does not look normal: its fourth moment is off", returned=float(np.mean(z**4)), expected=3.0)
    check(len(np.unique(z)) > 7000, f"{what} repeats its entries", returned=len(np.unique(z)), expected=8000)


@contract
@each(("d", "h", "c"), [(3, 5, 4), (1, 2, 3), (4, 1, 1)])
def test_initial_shapes(d, h, c):
    """init_params gives four arrays in their shapes, with biases of zero"""
    params = started(d, h, c, 0)
    close(params["b1"], np.zeros(h), atol=0.0, what="params['b1']")
    close(params["b2"], np.zeros(c), atol=0.0, what="params['b2']")
    check(bool(np.all(params["W1"] != 0) and np.all(params["W2"] != 0)), "a weight is zero", returned=params)


@correctness
def test_spread_of_W1():
    """W1 is normal with standard deviation 1/√d"""
    normal(started(4, 2000, 1, 1)["W1"], 0.5, "W1 for d = 4")


@correctness
def test_spread_of_W2():
    """W2 is normal with standard deviation 1/√h"""
    normal(started(3, 5, 1600, 2)["W2"], 5**-0.5, "W2 for h = 5")


@contract
def test_randomness_from_rng():
    """Equal states of rng give equal parameters, others give others; W1 and W2 differ"""
    first, again, other = started(3, 3, 3, 7), started(3, 3, 3, 7), started(3, 3, 3, 8)
    for key in ("W1", "W2"):
        close(again[key], first[key], what=f"params[{key!r}] for the same state")
        check(not np.any(other[key] == first[key]), f"{key} is the same for another state of rng", returned=other[key])
    check(not np.allclose(first["W1"], first["W2"]), "W1 and W2 are equal", returned=first["W2"])


@correctness
def test_forward():
    """forward gives tanh(X W1 + b1) W2 + b2, by hand and at random"""
    t = math.atanh(0.5)
    params = {"W1": np.array([[t, 0.0], [t, t]]), "b1": np.array([0.0, -t]), "W2": np.array([[2.0, 0.0, 4.0], [6.0, -2.0, 0.0]]), "b2": np.array([1.0, 0.0, -1.0])}
    X = np.array([[1.0, 0.0], [-1.0, 2.0], [0.0, 0.0]])  # hidden: (0.5, -0.5), (0.5, 0.5), (0, -0.5)
    close(forward(params, X), [[-1.0, 1.0, 1.0], [5.0, -1.0, 1.0], [-2.0, 1.0, -1.0]], what="logits")
    for sizes in ((6, 3, 4, 2), (1, 2, 3, 4), (3, 1, 1, 1)):
        params, X, _ = network(*sizes)
        close(forward(params, X), logits_of(params, X), what="logits")


@correctness
@each(("n", "d", "h", "c"), [(7, 3, 4, 5), (1, 2, 3, 2), (4, 1, 2, 3)])
def test_loss(n, d, h, c):
    """loss is the mean of -log softmax(logits)[y]"""
    params, X, y = network(n, d, h, c)
    close(loss(params, X, y), loss_of(params, X, y), what="loss")
    even = {key: np.zeros_like(value) for key, value in params.items()}
    close(loss(even, X, y), math.log(c), what="loss when all logits are 0")


@correctness
@each(("n", "d", "h", "c"), SIZES)
def test_gradient_of_W2(n, d, h, c):
    """W2 agrees with differences of the loss"""
    check_slope("W2", n, d, h, c)


@correctness
@each(("n", "d", "h", "c"), SIZES)
def test_gradient_of_b2(n, d, h, c):
    """b2 agrees with differences of the loss"""
    check_slope("b2", n, d, h, c)


@correctness
@each(("n", "d", "h", "c"), SIZES)
def test_gradient_of_W1(n, d, h, c):
    """W1 agrees with differences of the loss"""
    check_slope("W1", n, d, h, c)


@correctness
@each(("n", "d", "h", "c"), SIZES)
def test_gradient_of_b1(n, d, h, c):
    """b1 agrees with differences of the loss"""
    check_slope("b1", n, d, h, c)


@edge
@each(("n", "d", "h", "c"), [(1, 3, 2, 3), (4, 1, 2, 2), (3, 2, 1, 3), (3, 2, 2, 1), (1, 1, 1, 1)])
def test_sizes_of_one(n, d, h, c):
    """One row, one feature, one hidden unit, one class: all gradients, in their shapes"""
    params, X, y = network(n, d, h, c)
    grads = mapping(backward(params, X, y), *KEYS)
    for key, shape in shapes(d, h, c).items():
        array(grads[key], shape=shape, kind="f", what=f"grads[{key!r}]")
        check_slope(key, n, d, h, c)
    close(loss(params, X, y), loss_of(params, X, y), what="loss")


@correctness
def test_batch_mean():
    """The batch twice over has the same loss and the same gradients"""
    params, X, y = network(3, 2, 3, 3)
    once = mapping(backward(params, X, y), *KEYS)
    twice = mapping(backward(params, np.vstack([X, X]), np.concatenate([y, y])), *KEYS)
    for key, shape in shapes(2, 3, 3).items():
        close(twice[key], array(once[key], shape=shape), what=f"grads[{key!r}]")
    close(loss(params, np.vstack([X, X]), np.concatenate([y, y])), loss_of(params, X, y), what="loss")


def far(size):
    """A 1-1-2 network with logits near ±size for x = 1, where the hidden unit is 0.5."""
    return {"W1": np.array([[math.atanh(0.5)]]), "b1": np.zeros(1), "W2": np.array([[3.0, -1.0]]), "b2": np.array([size, -size])}


@numerics
@each("size", [10.0, 20.0, 400.0, 1e4])
def test_loss_far_out(size):
    """The wrong label at logits of ±size costs twice the size, the right one nothing"""
    X, gap = np.array([[1.0]]), 2 * size + 2
    close(loss(far(size), X, np.array([1])), gap, what=f"loss of the wrong label at ±{size:g}")
    close(loss(far(size), X, np.array([0])), math.exp(-gap), what=f"loss of the right label at ±{size:g}")
    close(loss(far(-size), X, np.array([0])), gap - 4, rtol=1e-8, what=f"loss of the wrong label at ∓{size:g}")
    close(loss(far(size), np.ones((4, 1)), np.array([0, 1, 0, 0])), gap / 4, what="the mean of four rows")


@numerics
@each("size", [20.0, 400.0, 1e4])
def test_gradient_far_out(size):
    """The gradients at logits of ±size are finite and right"""
    for y, share in ((np.array([1]), 1.0), (np.array([0]), 0.0), (np.array([0, 1]), 0.5)):
        grads = mapping(backward(far(size), np.ones((len(y), 1)), y), *KEYS)
        close(grads["b2"], share * np.array([1.0, -1.0]), what="grads['b2']")
        close(grads["W2"], share * np.array([[0.5, -0.5]]), what="grads['W2']")
        close(grads["b1"], [share * 3.0], what="grads['b1']")
        close(grads["W1"], [[share * 3.0]], what="grads['W1']")


@numerics
def test_rows_far_apart():
    """One row of logits near 1e4 and one near -1e4: both count"""
    params = {"W1": np.array([[40.0]]), "b1": np.zeros(1), "W2": np.array([[1e4, 1e4 - 2.0]]), "b2": np.zeros(2)}
    X = np.array([[1.0], [-1.0]])  # logits (1e4, 1e4 - 2) and (-1e4, 2 - 1e4)
    near, p = math.log1p(math.exp(-2.0)), 1 / (1 + math.exp(-2.0))
    close(loss(params, X, np.array([0, 1])), near, rtol=1e-8, what="loss")
    close(loss(params, X, np.array([0, 0])), near + 1.0, rtol=1e-8, what="loss")
    grads = mapping(backward(params, X, np.array([0, 0])), *KEYS)
    close(grads["b2"], [(p - 1) / 2 + (1 - p - 1) / 2, (1 - p) / 2 + p / 2], rtol=1e-8, what="grads['b2']")
    close(grads["W2"], [[(p - 1) / 2 + p / 2, (1 - p) / 2 - p / 2]], rtol=1e-8, what="grads['W2']")


@numerics
def test_saturated_units():
    """Hidden units near ±1 keep six digits of their gradient"""
    params = {"W1": np.array([[6.0, -6.5]]), "b1": np.zeros(2), "W2": np.array([[1.0, -1.0], [0.5, 2.0]]), "b2": np.zeros(2)}
    X, y = np.array([[1.0]]), np.array([0])
    z = logits_of(params, X)[0]
    wrong = 1 / (1 + math.exp(z[0] - z[1]))  # the probability of the other class
    expected = [-2.0 * wrong / math.cosh(6.0) ** 2, 1.5 * wrong / math.cosh(6.5) ** 2]
    grads = mapping(backward(params, X, y), *KEYS)
    close(grads["b1"], expected, rtol=1e-6, what="grads['b1']")
    close(grads["W1"], [expected], rtol=1e-6, what="grads['W1']")


@contract
def test_step():
    """step gives params - lr · grads in a new dict, and leaves both arguments alone"""
    params, X, y = network(4, 3, 2, 3)
    grads = {key: np.full(value.shape, 2.0) + value for key, value in params.items()}
    for lr in (0.25, 0.0, 3):
        moved = mapping(step(params, grads, lr), *KEYS)
        for key in KEYS:
            close(moved[key], params[key] - lr * grads[key], what=f"params[{key!r}] for lr = {lr}")
    named = mapping(step(params=params, grads=grads, lr=1.0), *KEYS)
    close(named["b2"], np.full(3, -2.0), what="params['b2'] for lr = 1")


@correctness
def test_training():
    """Fifteen rounds of backward and step on XOR follow the descent"""
    X, y = XOR
    start, _, _ = network(4, 2, 8, 2)
    mine, theirs = start, start
    for _ in range(15):
        mine = plain_step(mine, X, np.eye(2)[y], 0.5)
        theirs = mapping(step(theirs, mapping(backward(theirs, X, y), *KEYS), 0.5), *KEYS)
    for key in KEYS:
        close(theirs[key], mine[key], rtol=1e-6, atol=1e-8, what=f"params[{key!r}] after 15 steps")
    close(loss(theirs, X, y), loss_of(mine, X, y), rtol=1e-6, what="loss after 15 steps")


@correctness
def test_xor():
    """From each of the seeds 0..9 the initial parameters learn XOR in 500 steps of 0.5"""
    X, y = XOR
    starts = [started(2, 8, 2, seed) for seed in range(10)]
    params = {key: np.stack([start[key] for start in starts]) for key in KEYS}
    for _ in range(500):
        params = plain_step(params, X, np.eye(2)[y], 0.5)
    for seed in range(10):
        z = np.array(logits_of({key: params[key][seed] for key in KEYS}, X))
        check(z.argmax(axis=1).tolist() == y.tolist(), f"seed {seed} does not learn XOR", returned=starts[seed])


@contract
@each("y", [[0, 1, 3], [-1, 0, 1], [0, 0.5, 1], [0, 1, np.nan], [0, 1], [0, 1, 2, 0], [1], [-3, 0, 0], [0, 1, 256]])
def test_bad_labels(y):
    """Labels out of range, negative or not whole and a wrong number of them raise ValueError"""
    params, X, _ = network(3, 2, 4, 3)
    with raises(ValueError):
        loss(params, X, np.array(y))
    with raises(ValueError):
        backward(params, X, np.array(y))


@numerics
@each("dtype", ["int8", "uint8", "int64"])
def test_integers(dtype):
    """Integer rows and labels of any width do as floats do"""
    params, _, _ = network(3, 2, 3, 3)
    params["W1"] = params["W1"] / 100
    X, y = np.array([[100, 3], [120, 0], [0, 127]]), np.array([0, 1, 2])
    close(forward(params, X.astype(dtype)), logits_of(params, X), what="logits")
    slopes = {key: slope(key, params, X, y, width=1e-4) for key in ("W1", "b2")}
    # The same three rows a hundred times: the mean stays, and row numbers no longer fit into eight bits.
    for times in (1, 100):
        rows, labels = np.tile(X, (times, 1)).astype(dtype), np.tile(y, times).astype(dtype)
        close(loss(params, rows, labels), loss_of(params, X, y), what=f"loss of {3 * times} rows")
        grads = mapping(backward(params, rows, labels), *KEYS)
        for key, expected in slopes.items():
            close(grads[key], expected, rtol=1e-6, atol=1e-6 * float(np.abs(expected).max()), what=f"grads[{key!r}] of {3 * times} rows")


@stretch
@vectorised
def test_no_loop_over_rows():
    """The interpreter's work does not grow with the number of rows"""
    flat_growth(lambda n: loss(*network(n, 3, 4, 2)), sizes=(200, 1000), what="rows of loss")
    flat_growth(lambda n: backward(*network(n, 3, 4, 2)), sizes=(200, 1000), what="rows of backward")


@stretch
@memory
def test_memory_of_backward():
    """backward holds at most two arrays of shape (n, h)"""
    params, X, y = network(4000, 4, 512, 3)
    peak_memory(lambda: backward(params, X, y), limit=2.2 * 4000 * 512 * 8, what="2.2 arrays of shape (n, h)")
