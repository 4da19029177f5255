"""Hidden tests for backpropagation through a tiny network."""

import math

import numpy as np
from solution import tiny_backprop

from drillkit.testing import array, close, contract, correctness, each, edge, mapping, no_warnings, number, numerics, unpack

KEYS = ("W1", "b1", "w2", "b2", "x")
SIZES = [(3, 2), (2, 5), (1, 4), (6, 1)]


def network(d, h, seed):
    """x, W1, b1, w2, b2 with random entries, such that tanh is neither linear nor saturated."""
    rng = np.random.default_rng(seed)
    return {
        "x": rng.normal(size=d),
        "W1": rng.normal(size=(h, d)) / math.sqrt(d),
        "b1": rng.normal(size=h) * 0.5,
        "w2": rng.normal(size=h),
        "b2": float(rng.normal()),
    }


def loss_of(y, x, W1, b1, w2, b2):
    """The loss in plain Python, for moderate z."""
    z = float(b2)
    for row, b, w in zip(np.asarray(W1).tolist(), np.asarray(b1).tolist(), np.asarray(w2).tolist(), strict=True):
        z += w * math.tanh(b + math.fsum(v * u for v, u in zip(row, np.asarray(x).tolist(), strict=True)))
    return math.log1p(math.exp(-z)) + (1.0 - y) * z


def slope(key, y, net, step=1e-3):
    """Derivative of the loss by one parameter: differences at two distances, extrapolated (error of order step⁴)."""
    value = np.asarray(net[key], dtype=float)
    slopes = np.zeros(value.shape)
    for place in np.ndindex(value.shape):
        central = []
        for h in (step, 2 * step):
            ends = []
            for sign in (1, -1):
                moved = value.copy()
                moved[place] += sign * h
                ends.append(loss_of(y, **{**net, key: moved}))
            central.append((ends[0] - ends[1]) / (2 * h))
        slopes[place] = (4 * central[0] - central[1]) / 3
    return slopes


def run(y, net):
    loss, grads = unpack(tiny_backprop(net["x"], y, net["W1"], net["b1"], net["w2"], net["b2"]), "loss", "grads")
    return number(loss, what="loss"), mapping(grads, *KEYS)


def check_slope(key, d, h, y):
    net = network(d, h, 10 * d + h)
    expected = slope(key, y, net)
    _, grads = run(y, net)
    close(grads[key], expected if expected.ndim else float(expected), rtol=1e-7, atol=1e-8, what=f"grads[{key!r}] for d = {d}, h = {h}")


def by_z(z, y, w2=2.0):
    """A 1-1-1 network whose tanh is 0 and whose z is that number."""
    return run(y, {"x": np.array([3.0]), "W1": np.array([[1.0]]), "b1": np.array([-3.0]), "w2": np.array([w2]), "b2": z})


@correctness
@each(("y", "expected"), [(1.0, math.log1p(math.exp(-1.5))), (0.0, math.log1p(math.exp(1.5)))])
def test_loss_by_hand(y, expected):
    """The loss of a 2-2-1 network, by hand"""
    t = math.atanh(0.5)
    net = {
        "x": np.array([1.0, 2.0]),
        "W1": np.array([[t, 0.0], [0.0, t]]),
        "b1": np.array([0.0, -3.0 * t]),
        "w2": np.array([2.0, -1.0]),
        "b2": 0.0,
    }
    close(run(y, net)[0], expected, what="loss")
    close(run(y, {**net, "b2": -1.5})[0], math.log(2.0), what="loss at z = 0")


@correctness
def test_gradients_by_hand():
    """All gradients of a 2-2-1 network, by hand"""
    t = math.atanh(0.5)  # the hidden units are 0.5 and -0.5, so tanh' = 0.75; z = 0, so p - y = -0.5
    net = {
        "x": np.array([1.0, 2.0]),
        "W1": np.array([[t, 0.0], [0.0, t]]),
        "b1": np.array([0.0, -3.0 * t]),
        "w2": np.array([2.0, -4.0]),
        "b2": -3.0,
    }
    _, grads = run(1.0, net)
    close(grads["b2"], -0.5, what="grads['b2']")
    close(grads["w2"], [-0.25, 0.25], what="grads['w2']")
    close(grads["b1"], [-0.75, 1.5], what="grads['b1']")
    close(grads["W1"], [[-0.75, -1.5], [1.5, 3.0]], what="grads['W1']")
    close(grads["x"], [-0.75 * t, 1.5 * t], what="grads['x']")


@correctness
@each(("d", "h"), SIZES)
def test_gradient_of_w2(d, h):
    """w2 agrees with differences of the loss"""
    check_slope("w2", d, h, 1.0)


@correctness
@each(("d", "h"), SIZES)
def test_gradient_of_b2(d, h):
    """b2 agrees with differences of the loss, for both classes"""
    check_slope("b2", d, h, 1.0)
    check_slope("b2", d, h, 0.0)


@correctness
@each(("d", "h"), SIZES)
def test_gradient_of_W1(d, h):
    """W1 agrees with differences of the loss"""
    check_slope("W1", d, h, 0.0)


@correctness
@each(("d", "h"), SIZES)
def test_gradient_of_b1(d, h):
    """b1 agrees with differences of the loss"""
    check_slope("b1", d, h, 1.0)


@correctness
@each(("d", "h"), SIZES)
def test_gradient_of_x(d, h):
    """x agrees with differences of the loss"""
    check_slope("x", d, h, 0.0)


@correctness
@each("key", KEYS)
def test_as_many_inputs_as_hidden_units(key):
    """With d = h nothing is transposed"""
    check_slope(key, 3, 3, 1.0)
    check_slope(key, 2, 2, 0.0)


@edge
@each("key", KEYS)
def test_one_input_one_unit(key):
    """d = h = 1"""
    check_slope(key, 1, 1, 0.0)


@correctness
@each("y", [0.25, 0.5, 0.9])
def test_soft_target(y):
    """A target between 0 and 1"""
    net = network(3, 2, 40)
    close(run(y, net)[0], loss_of(y, **net), what="loss")
    for key in KEYS:
        check_slope(key, 3, 2, y)


@contract
@each(("d", "h"), [(3, 2), (1, 4), (4, 1), (1, 1)])
def test_keys_and_shapes(d, h):
    """Each gradient has the shape of its parameter, loss and b2 are numbers"""
    net = network(d, h, 50)
    loss, grads = run(0.0, net)
    close(loss, loss_of(0.0, **net), what="loss")
    for key, shape in (("W1", (h, d)), ("b1", (h,)), ("w2", (h,)), ("x", (d,))):
        array(grads[key], shape=shape, kind="f", what=f"grads[{key!r}]")
    number(grads["b2"], what="grads['b2']")


@correctness
@each("z", [-2.0, -0.75, 0.0, 0.25, 0.5, 0.75, 2.0])
def test_z_near_zero(z):
    """z on either side of 0: the gradient of b2 is p - y"""
    for y in (0.0, 0.5, 1.0):
        loss, grads = by_z(z, y)
        close(loss, math.log1p(math.exp(-z)) + (1.0 - y) * z, what=f"loss at z = {z}, y = {y}")
        close(grads["b2"], 1.0 / (1.0 + math.exp(-z)) - y, what=f"grads['b2'] at z = {z}, y = {y}")


@numerics
@each("z", [40.0, 700.0, 1000.0])
def test_large_positive_z(z):
    """z far above 0: loss z and gradient 1 for y = 0, both tiny for y = 1"""
    loss, grads = by_z(z, 0.0)
    close(loss, z, what=f"loss at z = {z}, y = 0")
    close(grads["b2"], 1.0, what=f"grads['b2'] at z = {z}, y = 0")
    close(grads["b1"], [2.0], what=f"grads['b1'] at z = {z}, y = 0")
    loss, grads = by_z(z, 1.0)
    close(loss, math.exp(-z), what=f"loss at z = {z}, y = 1")
    close(grads["b2"], -math.exp(-z), what=f"grads['b2'] at z = {z}, y = 1")
    close(by_z(z, 0.25)[0], 0.75 * z, what=f"loss at z = {z}, y = 0.25")


@numerics
@each("z", [-40.0, -700.0, -1000.0])
def test_large_negative_z(z):
    """z far below 0: loss -z and gradient -1 for y = 1, both tiny for y = 0"""
    loss, grads = by_z(z, 1.0)
    close(loss, -z, what=f"loss at z = {z}, y = 1")
    close(grads["b2"], -1.0, what=f"grads['b2'] at z = {z}, y = 1")
    close(grads["x"], [-2.0], what=f"grads['x'] at z = {z}, y = 1")
    loss, grads = by_z(z, 0.0)
    close(loss, math.exp(z), what=f"loss at z = {z}, y = 0")
    close(grads["b2"], math.exp(z), what=f"grads['b2'] at z = {z}, y = 0")
    close(by_z(z, 0.25)[0], -0.25 * z, what=f"loss at z = {z}, y = 0.25")


@numerics
@each("z", [15.0, 20.0, 30.0, 35.0])
def test_loss_far_out(z):
    """The loss of the wrong class is z + log(1 + exp(-z)), not a capped or rounded one"""
    close(by_z(z, 0.0)[0], z + math.log1p(math.exp(-z)), what=f"loss at z = {z}, y = 0")
    close(by_z(-z, 1.0)[0], z + math.log1p(math.exp(-z)), what=f"loss at z = {-z}, y = 1")


@edge
def test_saturated_tanh():
    """A hidden unit at ±1 passes no gradient on, and still has one for its weight"""
    net = {
        "x": np.array([2.0, -1.0]),
        "W1": np.array([[300.0, 0.0], [0.0, 900.0], [0.0, 0.0]]),
        "b1": np.zeros(3),
        "w2": np.array([1.0, 1.0, 3.0]),
        "b2": 0.0,
    }
    _, grads = run(1.0, net)
    close(grads["w2"], [-0.5, 0.5, 0.0], what="grads['w2']")
    close(grads["b1"], [0.0, 0.0, -1.5], what="grads['b1']")
    close(grads["W1"], [[0.0, 0.0], [0.0, 0.0], [-3.0, 1.5]], what="grads['W1']")
    close(grads["x"], [0.0, 0.0], what="grads['x']")


@numerics
@each("dtype", ["int8", "int64"])
def test_integers(dtype):
    """Integer arrays, targets and b2 do as floats do"""
    whole = {"x": [100, 50], "W1": [[1, -2], [100, -120], [0, 0]], "b1": [0, 0, 0], "w2": [3, 100, 2], "b2": 98}
    floats = {key: np.array(value, dtype=float) if key != "b2" else 98.0 for key, value in whole.items()}
    integers = {key: np.array(value).astype(dtype) if key != "b2" else 98 for key, value in whole.items()}
    for y in (0, 1):
        z = 198.0
        loss, grads = run(y, integers)
        close(loss, z if y == 0 else 0.0, what="loss")
        dz = 1.0 if y == 0 else 0.0
        close(grads["b2"], dz, what="grads['b2']")
        close(grads["w2"], [0.0, dz, 0.0], what="grads['w2']")
        close(grads["b1"], dz * np.array([3.0, 0.0, 2.0]), what="grads['b1']")
        close(grads["W1"], dz * np.outer([3.0, 0.0, 2.0], floats["x"]), what="grads['W1']")
        close(grads["x"], dz * np.array([3.0, -6.0]), what="grads['x']")


@numerics
@each("z", [-1000.0, -750.0, -40.0, 0.0, 40.0, 750.0, 1000.0])
def test_no_warnings(z):
    """No warning is given anywhere up to |z| = 1000"""
    with no_warnings():
        for y in (0.0, 0.5, 1.0):
            loss, _ = by_z(z, y)
            close(loss, max(z, 0.0) - y * z + math.log1p(math.exp(-abs(z))), what=f"loss at z = {z}, y = {y}")


@numerics
@each("pre", [-1000.0, -720.0, -400.0, 50.0, 400.0, 500.0, 720.0, 1000.0])
def test_no_warning_where_tanh_saturates(pre):
    """No warning is given where W1 @ x + b1 is far out and tanh is ±1"""
    net = {"x": np.array([2.0]), "W1": np.array([[pre / 2]]), "b1": np.array([0.0]), "w2": np.array([3.0]), "b2": math.copysign(3.0, -pre)}
    with no_warnings():
        loss, grads = run(1.0, net)
    close(loss, math.log(2.0), what="loss at z = 0")
    close(grads["w2"], [math.copysign(0.5, -pre)], what="grads['w2']")
    close(grads["b1"], [0.0], what="grads['b1']")
