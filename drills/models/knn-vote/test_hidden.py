"""Hidden tests for the vote of the k nearest."""

import numpy as np
from solution import knn_vote

from drillkit.testing import (
    array,
    check,
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
    vectorised,
)


def ranking(X_train, x):
    """Pairs (squared distance, index) in order, in plain Python with differences first."""
    return sorted((sum((float(a) - float(b)) ** 2 for a, b in zip(row, x, strict=True)), i) for i, row in enumerate(X_train))


def votes_of(X_train, y_train, X_test, k):
    """The winner for each test row, by counting while walking along the order."""
    rows, labels, winners = X_train.tolist(), y_train.tolist(), []
    for x in X_test.tolist():
        members = [labels[i] for _, i in ranking(rows, x)[:k]]
        best = max(members.count(label) for label in members)
        winners.append(next(label for label in members if members.count(label) == best))
    return winners


def without_ties(X_train, X_test, k, gap=1e-6):
    """The test rows whose first k + 1 distances are clearly apart."""
    keep = []
    for x in X_test.tolist():
        squares = np.array([square for square, _ in ranking(X_train.tolist(), x)[: k + 1]])
        keep.append(bool((np.diff(squares) > gap * squares[1:]).all()))
    return X_test[keep]


def shuffled_labels(n, c, seed):
    return np.random.default_rng(seed).choice(np.random.default_rng(c).permutation(c) * 7 - 11, size=n)


@correctness
def test_majority_by_hand():
    """The label that most of the k nearest rows have"""
    X_train = np.array([[0.0, 0.0], [9.0, 9.0], [1.0, 0.0], [0.0, 2.0], [9.0, 8.0], [7.0, 9.0]])
    y_train = np.array([5, 2, 3, 3, 8, 8])
    X_test = np.array([[0.25, 0.25], [9.0, 9.25], [12.0, 9.0], [0.0, 1.5]])
    equal(knn_vote(X_train, y_train, X_test, 3), [3, 8, 8, 3])
    equal(knn_vote(X_train, y_train, X_test, k=1), [5, 2, 2, 3], what="the result for k = 1")


@correctness
@each(
    ("n_train", "n_test", "d", "k", "c"),
    [
        (1, 1, 1, 1, 1),
        (1, 6, 3, 1, 1),
        (7, 1, 2, 3, 2),
        (20, 20, 20, 4, 3),
        (40, 25, 3, 7, 4),
        (30, 30, 12, 10, 2),
        (200, 12, 2, 25, 9),
        (2000, 4, 3, 1, 4),
        (2000, 4, 3, 45, 4),
    ],
)
def test_random_points(n_train, n_test, d, k, c):
    """Random points: n_train = {n_train}, n_test = {n_test}, d = {d}, k = {k}, {c} labels"""
    rng = np.random.default_rng(n_train + d)
    X_train, X_test = rng.normal(size=(n_train, d)) * 3 - 1, rng.normal(size=(n_test, d)) * 3 - 1
    y_train, X_test = shuffled_labels(n_train, c, n_train), without_ties(X_train, X_test, k)
    equal(knn_vote(X_train, y_train, X_test, k), votes_of(X_train, y_train, X_test, k))


@edge
@each("k", [1, 2])
def test_one_and_two_neighbours(k):
    """k = {k} gives the label of the nearest row, the earliest of equally near ones"""
    X_train = np.array([[3], [1], [-1], [1]])
    for y_train in ([30, 40, 10, 20], [30, 10, 40, 20], [30, 20, 10, 40]):
        equal(knn_vote(X_train, np.array(y_train), np.array([[0], [1], [2]]), k), [y_train[1], y_train[1], y_train[0]])
    rng = np.random.default_rng(k)
    X_train, X_test, y_train = rng.integers(0, 5, size=(32, 2)), rng.integers(0, 5, size=(40, 2)), rng.permutation(32)
    equal(knn_vote(X_train, y_train, X_test, k), votes_of(X_train, y_train, X_test, 1), what="the result for 32 rows")


@edge
def test_tie_at_rank_k():
    """Equally far rows at rank k: those with the smaller index are neighbours"""
    X_train = np.array([[9], [2], [-2], [2], [-2], [1], [-2], [9]])
    y_train = np.array([0, 7, 5, 5, 7, 3, 7, 7])
    equal(knn_vote(X_train, y_train, np.array([[0]]), 4), [5], what="the result for k = 4")  # rows 5, 1, 2, 3
    equal(knn_vote(X_train, y_train, np.array([[0]]), 6), [7], what="the result for k = 6")
    # 4 near rows with four labels, 40 rows at one distance of which four more are neighbours, 20 far rows.
    rng = np.random.default_rng(7)
    for _ in range(12):
        steps = rng.permutation(np.repeat([1, 2, 5], [4, 40, 20]))
        X_train, y_train = (steps * rng.choice([-1, 1], size=64))[:, None], rng.integers(0, 4, size=64)
        y_train[steps == 1] = rng.permutation(4)
        equal(knn_vote(X_train, y_train, np.array([[0]]), 8), votes_of(X_train, y_train, np.array([[0]]), 8), what="the result for 64 rows")


@edge
def test_equal_votes():
    """Equal votes: the label of the nearest member, not the smallest or the one with the smaller sum of distances"""
    X_train = np.array([[1.0], [-2.0], [3.0], [-8.0]])
    for y_train in (["b", "a", "a", "b"], ["a", "b", "b", "a"]):
        y_train = np.array(y_train)
        result = knn_vote(X_train, y_train, np.array([[0.0], [-7.0], [-2.125]]), 4)
        equal(result, [y_train[0], y_train[3], y_train[1]], what="two votes each")
        equal(knn_vote(X_train, y_train, np.array([[0.0], [3.0], [-7.0]]), 2), [y_train[0], y_train[2], y_train[3]], what="one vote each")
    X_train, y_train = np.array([[1.0], [2.0], [-3.0], [4.0], [-5.0]]), np.array([6, 9, 4, 9, 4])
    equal(knn_vote(X_train, y_train, np.array([[0.0]]), 5), [9], what="votes 1, 2, 2: the nearest member of the best two labels")
    rng = np.random.default_rng(3)  # many neighbours: a small partition may come out sorted
    X_train, y_train, X_test = rng.permutation(np.arange(1024.0))[:, None], rng.permutation(1024), np.array([[0.25], [430.25], [1001.75]])
    nearest = [int(np.flatnonzero(X_train[:, 0] == place)[0]) for place in (0, 430, 1002)]
    equal(knn_vote(X_train, y_train, X_test, 300), y_train[nearest], what="300 labels with one vote each")


@edge
def test_equal_votes_at_equal_distances():
    """Equal votes and equal distances: the label whose member stands earlier in the training set"""
    X_train = np.array([[1, 0], [0, 1], [-1, 0], [0, -1]])
    for y_train in ([4, 9, 9, 4], [9, 4, 4, 9], [4, 4, 9, 9], [2, 1, 3, 0]):
        equal(knn_vote(X_train, np.array(y_train), np.array([[0, 0]]), 4), [y_train[0]], what=f"labels {y_train}")
    X_train = np.array([[6], [1], [2], [2]])
    equal(knn_vote(X_train, np.array([5, 3, 7, 1]), np.array([[2]]), 2), [7], what="rows 2 and 3 at distance 0")


@edge
@each(
    ("n_train", "d", "span", "k", "c"),
    [(8, 1, 4, 3, 2), (16, 1, 6, 4, 3), (64, 2, 5, 6, 3), (64, 2, 5, 13, 4), (64, 3, 3, 30, 5), (128, 2, 8, 4, 9)],
)
def test_ties_of_whole_numbers(n_train, d, span, k, c):
    """Ties of whole numbers, all kinds at once: {n_train} rows, d = {d}, k = {k}, {c} labels"""
    rng = np.random.default_rng(n_train + k)
    X_train, X_test = rng.integers(-1, span, size=(n_train, d)), rng.integers(-1, span, size=(30, d))
    y_train = shuffled_labels(n_train, c, k)
    expected = votes_of(X_train, y_train, X_test, k)
    equal(knn_vote(X_train, y_train, X_test, k), expected, what="the result for integers")
    equal(knn_vote(X_train.astype(float), y_train, X_test.astype(float), k), expected, what="the result for floats")


@edge
@each(("n_train", "k"), [(9, 7), (9, 8), (9, 9), (2, 1), (2, 2), (1, 1)])
def test_k_up_to_n(n_train, k):
    """k = {k} of {n_train} rows"""
    rng = np.random.default_rng(k)
    X_train, X_test, y_train = rng.normal(size=(n_train, 2)), rng.normal(size=(12, 2)), shuffled_labels(n_train, 3, k + 1)
    equal(knn_vote(X_train, y_train, X_test, k), votes_of(X_train, y_train, X_test, k))


@correctness
def test_hundreds_of_neighbours():
    """260 votes beat the 100 of the rows that come first: all are counted, and the count does not wrap around"""
    X_train = np.random.default_rng(9).choice([-3, 3], size=(512, 1))
    X_train[360:] = 1000
    y_train = np.repeat([2, 7, 5], [100, 260, 152])
    equal(knn_vote(X_train, y_train, np.array([[0], [0]]), 360), [7, 7])


@correctness
def test_one_vote_more_decides():
    """1,024 votes beat the 1,023 of all nearer rows: order decides only between equal counts"""
    X_train, y_train = np.arange(2048.0)[:, None], np.repeat([7, 3, 5], [1023, 1024, 1])
    equal(knn_vote(X_train, y_train, np.array([[-1.0]]), 2047), [3], what="1,023 votes against 1,024")
    equal(knn_vote(X_train, y_train, np.array([[-1.0]]), 2046), [7], what="1,023 votes against 1,023")


@contract
@each(
    ("a", "b", "kind"),
    [
        ("ham", "a much longer label", "U"),
        (-300, -7, "i"),
        (200, 10**12, "i"),
        (2**53, 2**53 + 1, "i"),
        (False, True, "b"),
        (-2.25, 0.1, "f"),
        (0.5, 0.5 + 2**-40, "f"),
    ],
    ids=["strings", "negative", "large", "large neighbours", "booleans", "floats", "nearly equal floats"],
)
def test_labels_of_any_dtype(a, b, kind):
    """Labels come back as they are, in the dtype kind of y_train"""
    X_train, y_train = np.array([[0.0], [1.0], [2.0], [10.0], [11.0], [12.0]]), np.array([a, a, b, b, b, a])
    result = array(knn_vote(X_train, y_train, np.array([[0.4], [11.1], [0.2], [1.75]]), 3), shape=(4,))
    equal(result, [a, b, a, a])
    check(result.dtype.kind == kind, f"expected the dtype of y_train, {y_train.dtype}, got {result.dtype}", returned=result)


@numerics
@each("offset", [1e6, 1e8], ids=["near 1e6", "near 1e8 and -1e8"])
def test_far_from_the_origin(offset):
    """Rows 1 apart are told apart"""
    rng = np.random.default_rng(11)
    grid = np.stack(np.meshgrid(*[np.arange(4.0)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    X_train = rng.permutation(grid)
    X_test = without_ties(X_train, X_train[:40] + rng.integers(-40, 41, size=(40, 3)) / 128, 5, gap=1e-3)
    y_train, move = shuffled_labels(64, 4, 12), offset * np.array([1.0, -1.0, 1.0])
    for k in (1, 5):
        equal(knn_vote(X_train + move, y_train, X_test + move, k), votes_of(X_train, y_train, X_test, k), what=f"the result for k = {k}")


@numerics
@each("gap", [1e-7, 1e-10])
def test_nearly_equal_distances(gap):
    """Distances that differ by {gap:g} are no tie"""
    X_train, y_train = np.array([[1.0, 0.0], [0.0, -1.0 + gap], [-1.0 - gap, 0.0]]), np.array([5, 6, 7])
    equal(knn_vote(X_train, y_train, np.zeros((1, 2)), 1), [6], what="the nearest of three")
    equal(knn_vote(X_train, y_train[::-1].copy(), np.zeros((1, 2)), 2), [6], what="the first of two")
    equal(knn_vote(X_train[::-1].copy(), np.array([5, 6, 5]), np.zeros((1, 2)), 2), [6], what="the first of two, rows reversed")


@numerics
@each("scale", [1e-9, 2.0**-330, 2.0**70])
def test_any_unit(scale):
    """Tiny and huge coordinates: all times {scale:.0e} gives the same labels"""
    rng = np.random.default_rng(15)
    X_train, y_train, X_test = rng.normal(size=(30, 2)), shuffled_labels(30, 3, 15), rng.normal(size=(20, 2))
    X_test = without_ties(X_train, X_test, 4)
    equal(knn_vote(X_train * scale, y_train, X_test * scale, 4), votes_of(X_train, y_train, X_test, 4))


@numerics
def test_far_test_row():
    """One test row far away changes nothing for the others of the call"""
    X_train, y_train = np.array([[0.0], [8.0], [16.0], [24.0]]), np.array([4, 3, 2, 1])
    X_test = np.array([[1.0], [1e9], [15.0], [-1e9], [22.0]])
    equal(knn_vote(X_train, y_train, X_test, 1), [4, 1, 2, 4, 1])


@numerics
def test_float_test_rows_among_whole_numbers():
    """Only the training rows or only the test rows are integers: nothing is cut off"""
    X_train, y_train = np.array([[0], [1], [2], [9]]), np.array([4, 3, 2, 1])
    equal(knn_vote(X_train, y_train, np.array([[0.75], [1.75], [5.75]]), 1), [3, 2, 1])
    X_train = np.array([[0.75], [1.75], [2.75], [9.0]])
    equal(knn_vote(X_train, y_train, np.array([[1], [2], [3]]), 1), [4, 3, 2], what="the result for integer test rows")


@numerics
@each(
    ("dtype", "low", "high"),
    [("uint8", 0, 255), ("int8", -128, 127), ("uint16", 0, 65535), ("uint32", 0, 2**32 - 1), ("int64", -(2**40), 2**40)],
)
def test_narrow_integers_do_not_wrap(dtype, low, high):
    """Differences and squares of {dtype} do not wrap around, nor do those that int64 cannot hold"""
    rng = np.random.default_rng(4)
    X_train = rng.integers(low, high, size=(20, 3), endpoint=True).astype(dtype)
    X_test = without_ties(X_train, rng.integers(low, high, size=(20, 3), endpoint=True).astype(dtype), 4)
    y_train = shuffled_labels(20, 3, 6)
    for k in (1, 4):
        equal(knn_vote(X_train, y_train, X_test, k), votes_of(X_train, y_train, X_test, k))


@edge
@each(
    ("labels", "kind"),
    [(["ham", "spam"], "U"), ([3, 4], "i"), ([True, False], "b"), ([0.5, 1.5], "f")],
    ids=["strings", "integers", "booleans", "floats"],
)
def test_empty_test_set(labels, kind):
    """No test rows give an empty array of the labels' dtype"""
    result = knn_vote(np.array([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]), np.array(labels), np.zeros((0, 3)), 2)
    dtype = array(result, shape=(0,)).dtype
    check(dtype.kind == kind, f"expected the dtype of the labels, {np.array(labels).dtype}, got {dtype}", returned=result)


@contract
@each("n_test", [3, 0])
@each("k", [0, -1, 5, 100])
def test_refuses_k(k, n_test):
    """k = {k} of 4 training rows raises ValueError ({n_test} test rows)"""
    with raises(ValueError):
        knn_vote(np.arange(8.0).reshape(4, 2), np.arange(4), np.ones((n_test, 2)), k)


@contract
@each(("n_test", "k"), [(3, 1), (3, 0), (0, 1)])
def test_empty_training_set(n_test, k):
    """An empty training set raises ValueError ({n_test} test rows, k = {k})"""
    with raises(ValueError):
        knn_vote(np.zeros((0, 2)), np.zeros(0, dtype=int), np.ones((n_test, 2)), k)


@contract
@each(("n", "m"), [(4, 5), (5, 4), (4, 1), (1, 4)])
def test_unequal_lengths(n, m):
    """{n} training rows with {m} labels raise ValueError"""
    for n_test in (3, 0):
        with raises(ValueError):
            knn_vote(np.arange(2.0 * n).reshape(n, 2), np.arange(m), np.ones((n_test, 2)), 1)


@contract
@each(("d_train", "d_test"), [(2, 3), (3, 2), (1, 3), (3, 1)])
def test_other_number_of_features(d_train, d_test):
    """Training rows with d = {d_train}, test rows with d = {d_test}: ValueError"""
    for n_test in (4, 0):
        with raises(ValueError):
            knn_vote(np.ones((4, d_train)), np.arange(4), np.ones((n_test, d_test)), 2)


@vectorised
def test_no_loop_over_training_rows():
    """The interpreter's work does not grow with the number of training rows"""
    rng = np.random.default_rng(0)
    X_test = rng.normal(size=(4, 3))
    flat_growth(lambda n: knn_vote(rng.normal(size=(n, 3)), np.arange(n) % 3, X_test, 3), sizes=(100, 1100), what="training rows")


@vectorised
def test_no_loop_over_test_rows():
    """The interpreter's work does not grow with the number of test rows"""
    rng = np.random.default_rng(0)
    X_train = rng.normal(size=(8, 3))
    flat_growth(lambda n: knn_vote(X_train, np.arange(8) % 3, rng.normal(size=(n, 3)), 3), sizes=(100, 1100), what="test rows")


@memory
def test_memory():
    """At d = 64 and k = 5 no array of shape (n_test, n_train, d) is made"""
    rng = np.random.default_rng(0)
    X_train, X_test, y_train = rng.normal(size=(500, 64)), rng.normal(size=(200, 64)), shuffled_labels(500, 5, 1)
    limit = 8 * 8 * 200 * 500
    peak_memory(lambda: knn_vote(X_train, y_train, X_test, 5), limit=limit, what="8 float64 arrays of shape (n_test, n_train)")
