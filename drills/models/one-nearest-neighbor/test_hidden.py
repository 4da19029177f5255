"""Hidden tests for one nearest neighbour."""

import numpy as np
from solution import as_dense_layer, predict_1nn, readout

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
    part,
    peak_memory,
    raises,
    stretch,
    unpack,
    vectorised,
)


def squared_distances(X_test, X_train):
    """Distances from each test row to each training row, exact for whole numbers: differences first, one test row at a time."""
    rows = X_train.astype(float)
    return np.array([((rows - x) ** 2).sum(axis=1) for x in X_test.astype(float)])


def nearest(X_train, X_test):
    """Index of the nearest training row for each test row, the smallest index on exact ties."""
    return squared_distances(X_test, X_train).argmin(axis=1)


def with_clear_winner(X_train, X_test):
    """The test rows whose nearest training row is nearer than the second by a thousandth of the distance scale."""
    ranked = np.sort(squared_distances(X_test, X_train), axis=1)
    second = ranked[:, 1] if len(X_train) > 1 else np.inf
    return X_test[second - ranked[:, 0] > 1e-3 * np.maximum(ranked[:, 0], 1e-6)]


def names(n, seed=0):
    """n distinct labels that are neither sorted nor equal to the row numbers."""
    return np.random.default_rng(seed).permutation(n) * 10 + 1007


# --- Part 1 ---


@correctness
@part(1)
def test_nearest_by_hand():
    """Each test row gets the label of its nearest training row"""
    X_train = np.array([[4.0, 0.0], [0.0, 0.0], [0.0, 3.0], [-5.0, -1.0]])
    X_test = np.array([[1.0, 1.0], [3.0, 1.0], [1.0, 4.0], [-9.0, 2.0], [-2.0, -1.0]])
    equal(predict_1nn(X_train, np.array([10, 20, 30, 40]), X_test), [20, 10, 30, 40, 20])


@correctness
@part(1)
@each(
    ("n_train", "n_test", "d"),
    [(1, 1, 1), (1, 6, 3), (7, 1, 2), (2, 9, 1), (25, 25, 25), (50, 20, 5), (20, 50, 12), (300, 40, 2)],
)
def test_random_points(n_train, n_test, d):
    """Random points are matched to their nearest row: n_train = {n_train}, n_test = {n_test}, d = {d}"""
    rng = np.random.default_rng(n_train + n_test + d)
    X_train = rng.normal(size=(n_train, d)) * 3 - 1
    X_test = rng.normal(size=(n_test, d)) * 3 - 1
    y_train = names(n_train)
    equal(predict_1nn(X_train, y_train, X_test), y_train[nearest(X_train, X_test)])


@correctness
@part(1)
def test_training_rows_find_themselves():
    """A test row that equals a training row gets that row's label"""
    X_train = np.random.default_rng(3).normal(size=(60, 4))
    y_train = names(60)
    order = np.random.default_rng(4).permutation(60)
    equal(predict_1nn(X_train, y_train, X_train[order]), y_train[order])


@correctness
@part(1)
def test_long_rows_get_no_advantage():
    """A training row with large entries does not win by its length"""
    X_train = np.array([[100.0, 100.0], [1.0, 1.0], [0.0, 0.0], [-50.0, -50.0]])
    X_test = np.array([[3.0, 3.0], [0.75, 0.75], [0.125, 0.25], [-2.0, -2.0], [-40.0, -30.0], [90.0, 70.0]])
    equal(predict_1nn(X_train, np.array([0, 1, 2, 3]), X_test), [1, 1, 2, 2, 3, 0])


@edge
@part(1)
def test_equal_rows_give_the_first():
    """Among equal training rows with different labels the first one wins"""
    X_train = np.array([[9.0, 9.0], [1.0, 2.0], [1.0, 2.0], [-3.0, 0.0], [1.0, 2.0], [-3.0, 0.0]])
    y_train = np.array([50, 20, 10, 31, 40, 30])
    X_test = np.array([[1.0, 2.0], [1.0, 3.0], [-3.0, 0.0], [-4.0, 1.0], [2.0, 2.0]])
    equal(predict_1nn(X_train, y_train, X_test), [20, 20, 31, 31, 20])


@edge
@part(1)
@each(("n_train", "d", "lowest"), [(3, 1, 0), (12, 1, -4), (41, 2, 0), (60, 3, -4), (55, 3, 3000), (55, 2, -7001)])
def test_ties_between_different_rows(n_train, d, lowest):
    """Different rows at exactly the same distance: the earliest wins ({n_train} rows, d = {d}, whole numbers from {lowest})"""
    rng = np.random.default_rng(n_train)
    X_train = lowest + (np.array([[0], [2], [5]]) if n_train == 3 else rng.integers(0, 9, size=(n_train, d)))
    X_test = lowest + rng.integers(0, 9, size=(100, d))
    y_train = names(n_train)
    expected = y_train[nearest(X_train, X_test)]
    equal(predict_1nn(X_train, y_train, X_test), expected, what="the result for integers")
    equal(predict_1nn(X_train.astype(float), y_train, X_test.astype(float)), expected, what="the result for floats")


@numerics
@part(1)
@each("offset", [0.0, 1e6, 1e8], ids=["at the origin", "near 1e6", "near 1e8 and -1e8"])
def test_far_from_the_origin(offset):
    """Neighbours 1 apart are told apart"""
    rng = np.random.default_rng(11)
    grid = np.stack(np.meshgrid(*[np.arange(6.0)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    X_train = rng.permutation(grid) + offset * np.array([1.0, -1.0, 1.0])
    y_train = names(len(grid))
    chosen = rng.permutation(len(grid))[:70]
    X_test = X_train[chosen] + rng.choice([-0.25, 0.0, 0.25], size=(70, 3))
    equal(predict_1nn(X_train, y_train, X_test), y_train[chosen])


@numerics
@part(1)
@each("scale", [1e-9, 1e6])
def test_small_and_large_scales(scale):
    """Multiplying all coordinates by {scale:g} changes no answer"""
    rng = np.random.default_rng(12)
    X_train = rng.normal(size=(60, 4))
    X_test = with_clear_winner(X_train, rng.normal(size=(60, 4)))
    y_train = names(60)
    equal(predict_1nn(X_train * scale, y_train, X_test * scale), y_train[nearest(X_train, X_test)])


@numerics
@part(1)
@each(
    ("dtype", "low", "high"),
    [
        ("int8", -128, 127),
        ("uint8", 0, 255),
        ("int16", -32768, 32767),
        ("uint16", 0, 65535),
        ("int32", -(10**6), 10**6),
        ("uint32", 0, 10**6),
    ],
    ids=["int8", "uint8", "int16", "uint16", "int32", "uint32"],
)
def test_whole_numbers_do_not_wrap(dtype, low, high):
    """Differences and squares of narrow integers do not wrap around"""
    rng = np.random.default_rng(5)
    X_train = rng.integers(low, high, size=(40, 4), endpoint=True).astype(dtype)
    X_test = with_clear_winner(X_train, rng.integers(low, high, size=(40, 4), endpoint=True).astype(dtype))
    y_train = names(40)
    equal(predict_1nn(X_train, y_train, X_test), y_train[nearest(X_train, X_test)])


@edge
@part(1)
@each(
    ("train", "test"),
    [("int8", "float64"), ("float64", "uint8"), ("int64", "float64"), ("float64", "int64"), ("float32", "float32"), ("float32", "int8")],
)
def test_mixed_dtypes(train, test):
    """Training rows may be {train} and test rows {test}"""
    rng = np.random.default_rng(6)
    X_train = rng.integers(0, 9, size=(30, 3)).astype(train)
    X_test = rng.integers(0, 9, size=(60, 3)).astype(test)
    if train == "float64":
        X_train = X_train + rng.choice([-0.75, -0.375, 0.375, 0.75], size=X_train.shape)
    if test == "float64":
        X_test = X_test + rng.choice([-0.75, -0.375, 0.375, 0.75], size=X_test.shape)
    X_test = with_clear_winner(X_train, X_test)
    y_train = names(30)
    equal(predict_1nn(X_train, y_train, X_test), y_train[nearest(X_train, X_test)])


@contract
@part(1)
@each(
    "labels",
    [["ham", "spam", "a much longer label"], [-1, 1, -7], [True, False, True], [0.5, -2.25, 1e9], [5, 5, 5]],
    ids=["strings", "negative", "booleans", "floats", "all the same"],
)
def test_labels_of_any_dtype(labels):
    """Labels come back as they are"""
    X_train = np.array([[0.0], [10.0], [20.0]])
    equal(predict_1nn(X_train, np.array(labels), np.array([[19.0], [1.0], [8.0], [30.0]])), [labels[i] for i in (2, 0, 1, 2)])


@edge
@part(1)
@each(
    ("labels", "kind"),
    [(["ham", "spam"], "U"), ([3, 4], "i"), ([True, False], "b"), ([0.5, 1.5], "f")],
    ids=["strings", "integers", "booleans", "floats"],
)
def test_empty_test_set(labels, kind):
    """No test rows give an empty array of the labels' dtype"""
    result = predict_1nn(np.array([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]), np.array(labels), np.zeros((0, 3)))
    dtype = array(result, shape=(0,)).dtype
    check(dtype.kind == kind, f"expected the dtype of the labels, {np.array(labels).dtype}, got {dtype}", returned=result)


@contract
@part(1)
@each("n_test", [3, 0])
def test_empty_training_set(n_test):
    """An empty training set raises ValueError, with {n_test} test rows"""
    with raises(ValueError):
        predict_1nn(np.zeros((0, 2)), np.zeros(0, dtype=int), np.ones((n_test, 2)))


@contract
@part(1)
@each(("d_train", "d_test"), [(2, 3), (3, 2), (1, 3), (3, 1)])
def test_other_number_of_features(d_train, d_test):
    """Training rows with d = {d_train}, test rows with d = {d_test}: ValueError"""
    with raises(ValueError):
        predict_1nn(np.ones((4, d_train)), np.arange(4), np.ones((4, d_test)))


@vectorised
@part(1)
def test_no_loop_over_training_rows():
    """The interpreter's work does not grow with the number of training rows"""
    rng = np.random.default_rng(0)
    X_test = rng.normal(size=(4, 3))
    flat_growth(lambda n: predict_1nn(rng.normal(size=(n, 3)), np.arange(n), X_test), sizes=(100, 1100), what="training rows")


@vectorised
@part(1)
def test_no_loop_over_test_rows():
    """The interpreter's work does not grow with the number of test rows"""
    rng = np.random.default_rng(0)
    X_train = rng.normal(size=(4, 3))
    flat_growth(lambda n: predict_1nn(X_train, np.arange(4), rng.normal(size=(n, 3))), sizes=(100, 1100), what="test rows")


@memory
@part(1)
def test_memory():
    """At d = 64 no array of shape (n_test, n_train, d) is made"""
    rng = np.random.default_rng(0)
    X_train, X_test, y_train = rng.normal(size=(400, 64)), rng.normal(size=(200, 64)), names(400)
    limit = 16 * 8 * 200 * 400
    peak_memory(lambda: predict_1nn(X_train, y_train, X_test), limit=limit, what="16 float64 arrays of shape (n_test, n_train)")


# --- Part 2 ---


def layer(X_train):
    """The learner's layer, checked for shape and kind."""
    W, b = unpack(as_dense_layer(X_train), "W", "b")
    return array(W, shape=X_train.shape, kind="f", what="W"), array(b, shape=(len(X_train),), kind="f", what="b")


def decide(W, b, X):
    """What the prompt says is done with a layer."""
    return np.argmax(X @ W.T + b, axis=1)


@contract
@part(2)
@each(("n_train", "d"), [(1, 1), (1, 4), (5, 1), (6, 3), (4, 4)])
def test_layer_shapes(n_train, d):
    """W is ({n_train}, {d}) and b is ({n_train},), both floating point"""
    layer(np.random.default_rng(1).normal(size=(n_train, d)))
    layer(np.random.default_rng(1).integers(-9, 9, size=(n_train, d)))


@correctness
@part(2)
def test_layer_by_hand():
    """The layer's argmax is the nearest training row"""
    W, b = layer(np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 3.0], [-5.0, -1.0]]))
    X = np.array([[1.0, 1.0], [3.0, 1.0], [1.0, 4.0], [-9.0, 2.0], [-2.0, -1.0]])
    equal(decide(W, b, X), [0, 1, 2, 3, 0])


@correctness
@part(2)
@each(("n_train", "d"), [(2, 1), (30, 2), (8, 8), (60, 5), (10, 40)])
def test_layer_on_random_points(n_train, d):
    """The layer decides random points rightly: n_train = {n_train}, d = {d}"""
    rng = np.random.default_rng(n_train + d)
    X_train = rng.normal(size=(n_train, d)) * 3 + 1
    X = with_clear_winner(X_train, rng.normal(size=(50, d)) * 3 + 1)
    equal(decide(*layer(X_train), X), nearest(X_train, X))


@numerics
@part(2)
def test_layer_bias_of_far_rows():
    """The bias weighs long and short training rows rightly"""
    X_train = np.array([[100.0, 100.0], [1.0, 1.0], [0.0, 0.0], [-50.0, -50.0], [-900.0, 0.0]])
    X = np.array([[3.0, 3.0], [0.75, 0.75], [0.125, 0.25], [-2.0, -2.0], [-40.0, -30.0], [90.0, 70.0], [-600.0, 9.0]])
    equal(decide(*layer(X_train), X), [1, 1, 2, 2, 3, 0, 4])


@numerics
@part(2)
@each(("dtype", "low", "high"), [("int8", -128, 127), ("uint8", 0, 255), ("int16", -1000, 1000)], ids=["int8", "uint8", "int16"])
def test_layer_of_int8_rows(dtype, low, high):
    """The bias of narrow integer rows does not wrap around"""
    rng = np.random.default_rng(2)
    X_train = rng.integers(low, high, size=(40, 6), endpoint=True).astype(dtype)
    X = with_clear_winner(X_train, rng.integers(low, high, size=(40, 6), endpoint=True).astype(float))
    W, b = (value.astype(float) for value in layer(X_train))
    equal(decide(W, b, X), nearest(X_train, X))


@numerics
@part(2)
def test_layer_on_int8_points():
    """X @ W.T does not wrap around when the training rows and X are both int8"""
    rng = np.random.default_rng(7)
    X_train = rng.integers(-128, 127, size=(40, 6), endpoint=True).astype(np.int8)
    X = with_clear_winner(X_train, rng.integers(-128, 127, size=(40, 6), endpoint=True).astype(np.int8))
    equal(decide(*layer(X_train), X), nearest(X_train, X))


@correctness
@part(2)
def test_readout_columns():
    """The columns of one_hot stand in the order of the sorted classes"""
    one_hot, classes = unpack(readout(np.array(["pear", "apple", "fig", "apple"])), "one_hot", "classes")
    equal(classes, ["apple", "fig", "pear"], what="classes")
    close(one_hot, [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]], kind="f", what="one_hot")


@edge
@part(2)
@each(
    ("labels", "expected"),
    [
        ([7, -2, 7, 100], [-2, 7, 100]),
        ([True, False, True], [False, True]),
        ([0.5, -1.5], [-1.5, 0.5]),
        ([4, 4, 4], [4]),
        (["one"], ["one"]),
    ],
    ids=["negative and with gaps", "booleans", "floats", "one class", "one row"],
)
def test_readout_of_any_labels(labels, expected):
    """Classes and columns are right for other labels"""
    one_hot, classes = unpack(readout(np.array(labels)), "one_hot", "classes")
    equal(classes, expected, what="classes")
    close(one_hot, [[float(label == c) for c in expected] for label in labels], kind="f", what="one_hot")


@correctness
@part(2)
def test_readout_against_counting():
    """Each row of one_hot marks its own label, and the columns add up to the counts"""
    labels = np.random.default_rng(9).choice([-30, -4, 2, 11, 500], size=70)
    one_hot, classes = unpack(readout(labels), "one_hot", "classes")
    equal(classes, [-30, -4, 2, 11, 500], what="classes")
    one_hot = array(one_hot, shape=(70, 5), kind="f", what="one_hot")
    close(one_hot.sum(axis=0), [float((labels == c).sum()) for c in (-30, -4, 2, 11, 500)], what="column sums")
    close(one_hot @ np.array([-30.0, -4.0, 2.0, 11.0, 500.0]), labels.astype(float), what="labels read from the rows")


@correctness
@part(2)
def test_layer_and_readout_together():
    """Layer, argmax and readout give the nearest row's label"""
    rng = np.random.default_rng(10)
    X_train, y_train = rng.normal(size=(40, 3)), rng.choice(["a", "bb", "ccc"], size=40)
    y_train[:3] = ["ccc", "a", "bb"]
    X = with_clear_winner(X_train, rng.normal(size=(30, 3)))
    winners = decide(*layer(X_train), X)
    one_hot, classes = unpack(readout(y_train), "one_hot", "classes")
    one_hot = array(one_hot, shape=(40, 3), kind="f", what="one_hot")
    classes = array(classes, shape=(3,), kind="U", what="classes")
    equal(classes[one_hot[winners].argmax(axis=1)], y_train[nearest(X_train, X)])


@vectorised
@stretch
@part(2)
def test_layer_without_a_loop():
    """The interpreter's work in Part 2 does not grow with the number of training rows"""
    rng = np.random.default_rng(0)
    flat_growth(lambda n: as_dense_layer(rng.normal(size=(n, 3))), sizes=(100, 1100), what="training rows")
    flat_growth(lambda n: readout(rng.integers(0, 5, size=n)), sizes=(100, 1100), what="labels")
