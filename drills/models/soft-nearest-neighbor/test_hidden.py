"""Hidden tests for the soft nearest neighbour."""

import math

import numpy as np
import solution
from solution import soft_nearest_neighbor

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
    memory,
    numerics,
    peak_memory,
    raises,
    stretch,
    unpack,
    vectorised,
)


def squares_to(X_train, x):
    """Squared distances from one point, differences first, in plain Python."""
    return [math.fsum((float(a) - float(b)) ** 2 for a, b in zip(x, row, strict=True)) for row in X_train.tolist()]


def expected(X_train, y_train, X_test, temperature):
    """Probabilities for a temperature above 0, by plain sums."""
    labels = y_train.tolist()
    table = []
    for x in X_test.tolist():
        squares = squares_to(X_train, x)
        weights = [math.exp(-(square - min(squares)) / temperature) for square in squares]
        total = math.fsum(weights)
        table.append([math.fsum(w for w, label in zip(weights, labels, strict=True) if label == c) / total for c in sorted(set(labels))])
    return np.array(table)


def judged(X_train, y_train, X_test, *temperature, **tolerance):
    """Compare the learner's probabilities and classes with `expected`."""
    probabilities, classes = unpack(soft_nearest_neighbor(X_train, y_train, X_test, *temperature), "probabilities", "classes")
    equal(classes, sorted(set(y_train.tolist())), what="classes")
    close(probabilities, expected(X_train, y_train, X_test, *(temperature or (1.0,))), **tolerance, kind="f", what="probabilities")


def table(result, n_test, c):
    """The probabilities of a result, checked for shape and kind."""
    probabilities, _ = unpack(result, "probabilities", "classes")
    return array(probabilities, shape=(n_test, c), kind="f", what="probabilities")


def cloud(n_train, n_test, d, c, seed, spread=1.0):
    rng = np.random.default_rng(seed)
    labels = np.concatenate([np.arange(c), rng.integers(0, c, size=n_train - c)])
    names = rng.permutation(c) * 5 - 7
    return rng.normal(size=(n_train, d)) * spread, names[rng.permutation(labels)], rng.normal(size=(n_test, d)) * spread


@correctness
def test_by_hand():
    """Weights fall with the squared distance divided by the temperature"""
    ln2 = math.log(2.0)
    X_train, y_train = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 2.0]]), np.array([1, 2, 3])
    # Squared distances 0, 1, 4 from the first row: weights 1, 1/2, 1/16 where T = 1 / ln 2.
    result = unpack(soft_nearest_neighbor(X_train, y_train, np.zeros((1, 2)), 1.0 / ln2), "probabilities", "classes")
    close(result[0], [[16 / 25, 8 / 25, 1 / 25]], what="probabilities at T = 1 / ln 2")
    equal(result[1], [1, 2, 3], what="classes")
    result = unpack(soft_nearest_neighbor(X_train, y_train, np.zeros((1, 2)), temperature=2.0 / ln2), "probabilities", "classes")
    root = math.sqrt(0.5)
    close(result[0], [[1 / (1.25 + root), root / (1.25 + root), 0.25 / (1.25 + root)]], what="probabilities at T = 2 / ln 2")


@correctness
@each("temperature", [0.1, 1.0, 10.0])
@each(("n_train", "n_test", "d", "c"), [(1, 1, 1, 1), (6, 4, 1, 2), (4, 9, 3, 4), (12, 12, 12, 3), (30, 5, 2, 3), (300, 4, 2, 3)])
def test_random_points(n_train, n_test, d, c, temperature):
    """Random points at T = {temperature}: n_train = {n_train}, n_test = {n_test}, d = {d}, {c} classes"""
    judged(*cloud(n_train, n_test, d, c, n_train + d, spread=1.5), temperature)


@contract
def test_default_temperature():
    """Without a temperature it is 1"""
    judged(*cloud(9, 6, 2, 3, 5))


@contract
@each(
    ("labels", "kind"),
    [
        (["pear", "fig", "a long label", "fig"], "U"),
        ([300, -2, 11, -2], "i"),
        ([True, False, True, True], "b"),
        ([0.5, -1.5, 9.0, 0.5], "f"),
        ([4, 4, 4, 4], "i"),
    ],
    ids=["strings", "integers", "booleans", "floats", "one class"],
)
def test_classes_and_columns(labels, kind):
    """Classes are the sorted labels in their dtype kind, and the columns stand in that order"""
    X_train, y_train = np.array([[0.0], [10.0], [20.0], [30.0]]), np.array(labels)
    judged(X_train, y_train, np.array([[10.0], [1.0], [19.0]]))
    _, classes = unpack(soft_nearest_neighbor(X_train, y_train, np.array([[10.0]])), "probabilities", "classes")
    dtype = array(classes, shape=(len(set(labels)),), what="classes").dtype
    check(dtype.kind == kind, f"expected classes of the dtype of y_train, {y_train.dtype}, got {dtype}", returned=classes)


@correctness
def test_class_sizes_count():
    """A class of three rows at the same distance has three times the weight of a class of one"""
    X_train, y_train = np.array([[1.0], [-1.0], [1.0], [-1.0]]), np.array(["b", "b", "a", "b"])
    close(table(soft_nearest_neighbor(X_train, y_train, np.array([[0.0], [0.0]])), 2, 2), [[0.25, 0.75]] * 2)
    X_train, y_train = np.tile([[2.0], [3.0]], (5, 1)), np.array([7, 7, 7, 7, 7, 7, 7, 7, 7, 2])
    judged(X_train, y_train, np.array([[0.0], [3.0]]), 4.0)


@numerics
@each("temperature", [0.1, 1.0, 10.0])
def test_far_test_points(temperature):
    """Test rows 1,000 away from all training rows, T = {temperature}"""
    X_train, y_train, X_test = cloud(8, 5, 3, 3, 6)
    X_test += np.array([[1000.0, 0.0, 0.0]]) * np.array([[1.0], [-1.0], [1.0], [0.0], [-1.0]])
    X_train[:, 0] *= 1e-3  # so that several rows have a say
    judged(X_train, y_train, X_test, temperature, rtol=1e-6, atol=1e-8)


@numerics
def test_test_points_at_different_distances():
    """Each test row is measured from its own nearest row: one near and one 100 away in the same call"""
    X_train, y_train = np.array([[0.0, 0.0], [0.0, 1.0], [0.5, 0.0]]), np.array([0, 1, 1])
    judged(X_train, y_train, np.array([[0.0, 0.25], [100.0, 0.0], [0.0, -100.0], [60.0, 80.0]]))
    judged(X_train, y_train, np.array([[100.0, 0.0], [0.0, 0.25]]), 0.1)


@numerics
@each("temperature", [1e-6, 1e-300, 1e-310, 5e-324, 0.0, 0])
@each("scale", [1.0, 1e5])
def test_small_temperature_is_the_nearest_row(temperature, scale):
    """At T = {temperature} the nearest row takes all (data of scale {scale:g})"""
    X_train, y_train, X_test = cloud(20, 30, 3, 4, 7)
    ranked = np.sort([squares_to(X_train, x) for x in X_test.tolist()], axis=1)
    X_test = X_test[ranked[:, 1] - ranked[:, 0] > 1e-3]
    nearest = np.array([np.argmin(squares_to(X_train, x)) for x in X_test.tolist()])
    hard = (y_train[nearest][:, None] == np.unique(y_train)).astype(float)
    close(table(soft_nearest_neighbor(X_train * scale, y_train, X_test * scale, temperature), len(X_test), 4), hard)


@edge
@each("temperature", [0, 1e-300])
def test_shared_at_zero(temperature):
    """Rows at exactly the smallest distance share equally at T = {temperature}, so a class counts by its rows there"""
    X_train = np.array([[1, 0], [0, 1], [-1, 0], [5, 5]])
    y_train = np.array([9, 4, 9, 4])
    result = table(soft_nearest_neighbor(X_train, y_train, np.array([[0, 0], [1, 1], [-1, 1], [4, 5]]), temperature), 4, 2)
    close(result, [[1 / 3, 2 / 3], [0.5, 0.5], [0.5, 0.5], [1.0, 0.0]])
    rng = np.random.default_rng(8)
    X_train, y_train, X_test = (
        rng.integers(0, 5, size=(32, 2)),
        rng.choice(["a", "b", "c"], size=32, p=[0.6, 0.3, 0.1]),
        rng.integers(-1, 6, (25, 2)),
    )
    for dtype in (int, float):
        result = table(soft_nearest_neighbor(X_train.astype(dtype), y_train, X_test.astype(dtype), temperature), 25, 3)
        close(result, expected(X_train, y_train, X_test, 1e-3), what=f"probabilities for {dtype.__name__}s")


@edge
@each("scale", [1.0, 1e-9])
@each("gap", [1e-5, 1e-9])
def test_unequal_distances_at_zero(gap, scale):
    """Rows that differ by {gap:g} of their distance {scale:g} do not share at T = 0"""
    X_train, y_train = np.array([[1.0, 0.0], [0.0, -1.0 + gap], [-1.0 - gap, 0.0]]) * scale, np.array([5, 6, 7])
    close(table(soft_nearest_neighbor(X_train, y_train, np.zeros((1, 2)), 0.0), 1, 3), [[0.0, 1.0, 0.0]])


@edge
@each("temperature", [math.inf, 1.7e308, 1e200])
def test_infinite_temperature(temperature):
    """At T = {temperature} all rows weigh the same: the class frequencies"""
    X_train, y_train, X_test = cloud(10, 4, 2, 3, 9)
    y_train = np.array(["x", "y", "x", "z", "x", "x", "y", "x", "x", "y"])
    close(table(soft_nearest_neighbor(X_train, y_train, X_test, temperature), 4, 3), [[0.6, 0.3, 0.1]] * 4)


@numerics
def test_sums_to_one_at_any_temperature():
    """For temperatures from the smallest to the largest float each row is finite and sums to 1"""
    X_train, y_train, X_test = cloud(9, 6, 2, 3, 10)
    X_train, X_test = np.vstack([X_train * 1e3, X_train]), np.vstack([X_test * 1e4, X_train[:2]])
    for exponent in (-323, -320, -308, -200, -30, -9, -3, 3, 9, 30, 150, 308):
        temperature = float(f"1e{exponent}")
        result = table(soft_nearest_neighbor(X_train, np.tile(y_train, 2), X_test, temperature), 8, 3)
        close(result.sum(axis=1), np.ones(8), what=f"sums of the rows at T = {temperature}")
        check(result.min() >= 0.0, f"a probability is negative at T = {temperature}", returned=result)


@numerics
@each("scale", [1e-3, 1e-9, 1e-100, 1e-150, 1e6, 1e100])
def test_any_unit(scale):
    """Coordinates times {scale:g} and the temperature times its square: the same probabilities"""
    X_train, y_train, X_test = cloud(9, 6, 2, 3, 14)
    result = table(soft_nearest_neighbor(X_train * scale, y_train, X_test * scale, 0.5 * scale**2), 6, 3)
    close(result, expected(X_train, y_train, X_test, 0.5), rtol=1e-8)


@numerics
@each("temperature", [0.3, 1.0, 10.0])
def test_moved_far_from_the_origin(temperature):
    """Moving all points by 1e6 changes no probability by more than 1e-6 (T = {temperature})"""
    X_train, y_train, X_test = cloud(25, 20, 4, 3, 11)
    X_train, X_test = np.round(X_train * 2**20) / 2**20, np.round(X_test * 2**20) / 2**20  # exact after the move too
    for move in (1e6, np.array([-1e6, 1e6, 0.0, 1e6])):
        result = table(soft_nearest_neighbor(X_train + move, y_train, X_test + move, temperature), 20, 3)
        close(result, expected(X_train, y_train, X_test, temperature), rtol=0.0, atol=1e-6)


@numerics
@each("far", [4, 5, -5])
def test_small_probabilities_keep_their_digits(far):
    """A class {far} away gets its small probability to 9 digits, first or last in order: not 1 less the others"""
    X_train, X_test = np.array([[0.0], [1.0], [far]]), np.array([[0.0], [0.25]])
    for y_train in ([3, 3, 9], [3, 3, 1], [5, 3, 4]):
        judged(X_train, np.array(y_train), X_test, 1.0, atol=0.0)


@numerics
def test_float_test_rows_among_whole_numbers():
    """Only the training rows or only the test rows are integers: nothing is cut off"""
    judged(np.array([[0], [1], [2], [9]]), np.array([4, 3, 2, 1]), np.array([[0.75], [1.75], [5.75]]))
    judged(np.array([[0.75], [1.75], [2.75], [9.0]]), np.array([4, 3, 2, 1]), np.array([[1], [2], [6]]))


@numerics
@each(
    ("dtype", "low", "high"),
    [
        ("uint8", 0, 255),
        ("int8", -128, 127),
        ("uint16", 0, 999),
        ("int32", -999, 999),
        ("uint32", 0, 2**32 - 1),
        ("int64", -(2**40), 2**40),
    ],
)
def test_narrow_integers_do_not_wrap(dtype, low, high):
    """Differences and squares of {dtype} do not wrap around, nor do those that int64 cannot hold"""
    rng = np.random.default_rng(12)
    X_train, X_test = (rng.integers(low, high, size=(n, 3), endpoint=True).astype(dtype) for n in (10, 8))
    judged(X_train, rng.integers(0, 3, size=10), X_test, 3e4, rtol=1e-8)
    judged(X_train, np.arange(10), X_test[:1], 1.0, rtol=1e-8, atol=1e-9)


@contract
@each("temperature", [-1.0, -1e-300, -math.inf, math.nan])
def test_refuses_temperature(temperature):
    """T = {temperature} raises ValueError"""
    with raises(ValueError):
        soft_nearest_neighbor(np.arange(8.0).reshape(4, 2), np.arange(4), np.ones((3, 2)), temperature)


@contract
@each("temperature", [1.0, 0.0])
@each(("n_train", "d_train", "d_test"), [(0, 2, 2), (4, 2, 3), (4, 3, 2), (4, 1, 3), (4, 3, 1)])
def test_shapes_that_do_not_fit(n_train, d_train, d_test, temperature):
    """{n_train} training rows with d = {d_train}, test rows with d = {d_test}: ValueError"""
    with raises(ValueError):
        soft_nearest_neighbor(np.ones((n_train, d_train)), np.arange(n_train), np.ones((4, d_test)), temperature)


@vectorised
@each("temperature", [1.0, 0.0])
def test_no_loop_over_training_rows(temperature):
    """The interpreter's work does not grow with the number of training rows (T = {temperature})"""
    rng = np.random.default_rng(0)
    X_test = rng.normal(size=(4, 3))
    flat_growth(
        lambda n: soft_nearest_neighbor(rng.normal(size=(n, 3)), np.arange(n) % 3, X_test, temperature),
        sizes=(100, 1100),
        what="training rows",
    )


@vectorised
@each("temperature", [1.0, 0.0])
def test_no_loop_over_test_rows(temperature):
    """The interpreter's work does not grow with the number of test rows (T = {temperature})"""
    rng = np.random.default_rng(0)
    X_train = rng.normal(size=(8, 3))
    flat_growth(
        lambda n: soft_nearest_neighbor(X_train, np.arange(8) % 3, rng.normal(size=(n, 3)), temperature),
        sizes=(100, 1100),
        what="test rows",
    )


@memory
@each("temperature", [1.0, 0.0])
def test_memory(temperature):
    """At d = 64 no array of shape (n_test, n_train, d) is made (T = {temperature})"""
    rng = np.random.default_rng(0)
    X_train, X_test, y_train = rng.normal(size=(500, 64)), rng.normal(size=(200, 64)), np.arange(500) % 5
    limit = 8 * 8 * 200 * 500
    peak_memory(
        lambda: soft_nearest_neighbor(X_train, y_train, X_test, temperature),
        limit=limit,
        what="8 float64 arrays of shape (n_test, n_train)",
    )


@stretch
@numerics
@each("temperature", [0.1, 1.0, 10.0])
def test_gradient(temperature):
    """temperature_gradient agrees with central differences at T = {temperature}"""
    gradient = getattr(solution, "temperature_gradient", None)
    check(gradient is not None, "there is no function temperature_gradient")
    X_train, y_train, X_test = cloud(12, 9, 2, 3, 13)
    step = 1e-5 * temperature
    above, below = (expected(X_train, y_train, X_test, temperature + sign * step) for sign in (1, -1))
    close(gradient(X_train, y_train, X_test, temperature), (above - below) / (2 * step), rtol=1e-6, atol=1e-6)
    if temperature == 1.0:
        close(gradient(X_train, y_train, X_test), (above - below) / (2 * step), rtol=1e-6, atol=1e-6, what="the gradient by default")
