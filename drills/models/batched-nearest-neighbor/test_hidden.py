"""Hidden tests for the nearest neighbour in blocks."""

import numpy as np
from solution import batched_nearest_neighbor

from drillkit.testing import (
    array,
    check,
    contract,
    correctness,
    each,
    edge,
    equal,
    memory,
    numerics,
    peak_memory,
    raises,
    steps,
    vectorised,
)


def squares(X_train, X_test):
    """All squared distances, differences first; for small sizes."""
    return ((X_test[:, None].astype(float) - X_train[None].astype(float)) ** 2).sum(axis=2)


def nearest(X_train, X_test):
    return squares(X_train, X_test).argmin(axis=1)


def with_clear_winner(X_train, X_test, gap=1e-3):
    """The test rows whose second distance is clearly larger than the first."""
    ranked = np.sort(squares(X_train, X_test), axis=1)
    return X_test[ranked[:, 1] - ranked[:, 0] > gap * ranked[:, 1]]


def names(n, seed=0):
    """n distinct labels that are neither sorted nor equal to the row numbers."""
    return np.random.default_rng(seed).permutation(n) * 10 + 1007


SIZES = [200, 500, 1000, 4096, 2**26]


@correctness
def test_nearest_by_hand():
    """Each test row gets the label of its nearest training row"""
    X_train = np.array([[4.0, 0.0], [0.0, 0.0], [0.0, 3.0], [-5.0, -1.0]])
    X_test = np.array([[1.0, 1.0], [3.0, 1.0], [1.0, 4.0], [-9.0, 2.0], [-2.0, -1.0]])
    y_train = np.array([10, 20, 30, 40])
    equal(batched_nearest_neighbor(X_train, y_train, X_test), [20, 10, 30, 40, 20])
    equal(batched_nearest_neighbor(X_train, y_train, X_test, max_bytes=100), [20, 10, 30, 40, 20], what="the result for 100 bytes")


@correctness
@each(
    ("n_train", "n_test", "d", "max_bytes"),
    [
        (1, 1, 1, 2**26),
        (1, 9, 3, 64),
        (9, 1, 2, 64),
        (25, 25, 25, 3000),
        (50, 20, 5, 1000),
        (20, 50, 12, 1500),
        (300, 40, 2, 4096),
        (300, 40, 2, 2**26),
        (40, 300, 2, 4096),
        (2000, 300, 3, 50_000),
    ],
)
def test_random_points(n_train, n_test, d, max_bytes):
    """Random points: n_train = {n_train}, n_test = {n_test}, d = {d}, max_bytes = {max_bytes}"""
    rng = np.random.default_rng(n_train + d)
    X_train, X_test, y_train = rng.normal(size=(n_train, d)) * 3 - 1, rng.normal(size=(n_test, d)) * 3 - 1, names(n_train)
    equal(batched_nearest_neighbor(X_train, y_train, X_test, max_bytes), y_train[nearest(X_train, X_test)])


@correctness
@each("max_bytes", [150, 200, 260, 320, 400, 500, 700, 1000, 1500, 2000, 3000, 5000, 8000, 12_000])
def test_every_max_bytes(max_bytes):
    """The answer is the same for every max_bytes, here {max_bytes}"""
    rng = np.random.default_rng(2)
    X_train, X_test, y_train = rng.normal(size=(29, 2)) * 1e-9, rng.normal(size=(23, 2)) * 1e-9, names(29)
    equal(batched_nearest_neighbor(X_train, y_train, X_test, max_bytes), y_train[nearest(X_train, X_test)])


@correctness
@each("max_bytes", SIZES)
def test_winner_in_every_block(max_bytes):
    """Every training row, the last one too, can win: each finds itself (max_bytes = {max_bytes})"""
    for n in (11, 37):
        X_train, y_train = np.random.default_rng(n).normal(size=(n, 3)), names(n)
        equal(batched_nearest_neighbor(X_train, y_train, X_train, max_bytes), y_train)
        equal(batched_nearest_neighbor(X_train, y_train, X_train[::-1].copy(), max_bytes), y_train[::-1], what="the result in reverse")


@correctness
@each("max_bytes", SIZES)
def test_test_blocks_are_independent(max_bytes):
    """Test rows far from everything, after test rows that meet a training row (max_bytes = {max_bytes})"""
    X_train, y_train = np.random.default_rng(5).normal(size=(31, 2)), names(31)
    X_test = np.vstack([X_train[:14], X_train[:14] + 20.0, X_train[5:12], X_train[:14] * 30.0])
    equal(batched_nearest_neighbor(X_train, y_train, X_test, max_bytes), y_train[nearest(X_train, X_test)])


@edge
@each("max_bytes", SIZES)
def test_equal_rows_in_different_blocks(max_bytes):
    """Among equal training rows with different labels the first wins, in whatever blocks they lie (max_bytes = {max_bytes})"""
    X_train = np.tile(np.array([[9, 9], [1, 2], [-3, 0], [5, -5]]), (8, 1))
    y_train = names(32)
    X_test = np.array([[1, 2], [8, 9], [-3, 1], [5, -4], [9, 9], [-4, 0]] * 2)
    expected = y_train[[1, 0, 2, 3, 0, 2] * 2]
    equal(batched_nearest_neighbor(X_train, y_train, X_test, max_bytes), expected)
    equal(batched_nearest_neighbor(X_train.astype(float), y_train, X_test.astype(float), max_bytes), expected, what="the result for floats")


@edge
@each(
    ("n_train", "d", "lowest", "max_bytes"), [(8, 1, -4, 64), (32, 2, 0, 500), (64, 2, 3000, 900), (64, 3, -4, 2000), (64, 2, -70, 2**26)]
)
def test_ties_of_whole_numbers(n_train, d, lowest, max_bytes):
    """Different rows at exactly the same distance: the earliest wins ({n_train} rows, d = {d}, max_bytes = {max_bytes})"""
    rng = np.random.default_rng(n_train)
    X_train, X_test = lowest + rng.integers(0, 7, size=(n_train, d)), lowest + rng.integers(0, 7, size=(50, d))
    y_train = names(n_train)
    for dtype in ("int64", "float64", "float32"):
        result = batched_nearest_neighbor(X_train.astype(dtype), y_train, X_test.astype(dtype), max_bytes)
        equal(result, y_train[nearest(X_train, X_test)], what=f"the result for {dtype}")


@numerics
@each("max_bytes", [1000, 2**26])
@each("offset", [1e6, 1e8], ids=["near 1e6", "near 1e8 and -1e8"])
def test_far_from_the_origin(offset, max_bytes):
    """Rows 1 apart are told apart (max_bytes = {max_bytes})"""
    rng = np.random.default_rng(11)
    grid = np.stack(np.meshgrid(*[np.arange(4.0)] * 3, indexing="ij"), axis=-1).reshape(-1, 3)
    X_train = rng.permutation(grid) + offset * np.array([1.0, -1.0, 1.0])
    chosen, y_train = rng.permutation(64)[:30], names(64)
    X_test = X_train[chosen] + rng.choice([-0.25, 0.0, 0.25], size=(30, 3))
    equal(batched_nearest_neighbor(X_train, y_train, X_test, max_bytes), y_train[chosen])


@numerics
@each("max_bytes", [64, 2**26])
def test_nearly_equal_distances(max_bytes):
    """100,000² + 1 and 100,000² are no tie, in whatever blocks the rows lie (max_bytes = {max_bytes})"""
    X_train, y_train = np.array([[0, 300_000], [100_000, 1], [0, 300_001], [100_000, 0]]), np.array([2, 1, 3, 0])
    for order in ([0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]):
        for dtype in (int, float):
            result = batched_nearest_neighbor(X_train[order].astype(dtype), y_train[order], np.zeros((2, 2), dtype=dtype), max_bytes)
            equal(result, [0, 0], what="the nearer of (100000, 1) and (100000, 0)")


@numerics
@each("scale", [2.0**-330, 1e9, 2.0**330])
def test_any_unit(scale):
    """Tiny and huge distances: all coordinates times {scale:.0e} gives the same labels"""
    rng = np.random.default_rng(15)
    X_train, y_train = rng.normal(size=(30, 2)), names(30)
    X_test = with_clear_winner(X_train, rng.normal(size=(20, 2)) + 3.0)
    for max_bytes in (500, 2**26):
        result = batched_nearest_neighbor(X_train * scale, y_train, X_test * scale, max_bytes)
        equal(result, y_train[nearest(X_train, X_test)])


@edge
@each("max_bytes", [2**16, 2**26])
def test_many_training_rows(max_bytes):
    """The winner can be any of 70,000 training rows (max_bytes = {max_bytes})"""
    X_train, y_train = np.arange(70_000.0)[:, None], names(70_000)
    X_test = np.array([[69_999.0], [65_536.25], [3.25], [32_768.0], [65_535.0]])
    equal(batched_nearest_neighbor(X_train, y_train, X_test, max_bytes), y_train[[69_999, 65_536, 3, 32_768, 65_535]])


@numerics
@each("max_bytes", [300, 2**26])
def test_float32_near_1000(max_bytes):
    """float32 points near 1,000 at distances of about 0.01 (max_bytes = {max_bytes})"""
    rng = np.random.default_rng(12)
    X_train = (1000 + rng.uniform(-0.02, 0.02, size=(50, 3))).astype(np.float32)
    X_test = with_clear_winner(X_train, (1000 + rng.uniform(-0.02, 0.02, size=(60, 3))).astype(np.float32), gap=0.02)
    y_train = names(50)
    equal(batched_nearest_neighbor(X_train, y_train, X_test, max_bytes), y_train[nearest(X_train, X_test)])
    # 4096² + 1 and 4096² are one number in float32.
    X_train, y_train = np.array([[0.0, 9000.0], [4096.0, 1.0], [4096.0, 0.0]], dtype=np.float32), np.array([2, 1, 0])
    for order in ([0, 1, 2], [2, 1, 0], [1, 0, 2]):
        result = batched_nearest_neighbor(X_train[order], y_train[order], np.zeros((1, 2), dtype=np.float32), max_bytes)
        equal(result, [0], what="the nearer of (4096, 1) and (4096, 0)")


@numerics
@each("max_bytes", [64, 2**26])
@each(("dtype", "side", "step"), [("float16", 64, 8), ("float32", 4096, 64), ("float32", 16384, 128)])
def test_narrow_floats_as_exact_as_float64(dtype, side, step, max_bytes):
    """Distances of {dtype} rows are computed in float64: squares {side}² + 2 · {step}² and ({side} + 1)² are 1 apart"""
    near, far = [side, step, step], [side + 1, 0, 0]
    X_train = np.array([far, near, [2 * side, 0, 0], [0, 2 * side, 0]], dtype=dtype)
    for order in ([0, 1, 2, 3], [2, 1, 0, 3], [3, 0, 2, 1]):
        result = batched_nearest_neighbor(X_train[order], np.array([5, 7, 6, 8])[order], np.zeros((1, 3), dtype=dtype), max_bytes)
        equal(result, [7], what=f"the nearer of ({side}, {step}, {step}) and ({side + 1}, 0, 0)")


@numerics
@each("max_bytes", [64, 2**26])
def test_whole_numbers_among_floats(max_bytes):
    """Only the training rows or only the test rows are integers: nothing is cut off (max_bytes = {max_bytes})"""
    X_train, y_train = np.array([[0], [1], [2], [9]]), np.array([4, 3, 2, 1])
    equal(batched_nearest_neighbor(X_train, y_train, np.array([[0.75], [1.75], [5.75]]), max_bytes), [3, 2, 1])
    X_train = np.array([[0.75], [1.75], [2.75], [9.0]])
    equal(
        batched_nearest_neighbor(X_train, y_train, np.array([[1], [2], [3]]), max_bytes), [4, 3, 2], what="the result for integer test rows"
    )


@numerics
@each(
    ("dtype", "low", "high"),
    [("uint8", 0, 255), ("int8", -128, 127), ("uint16", 0, 65535), ("uint32", 0, 2**32 - 1), ("int64", -(2**40), 2**40)],
)
@each("max_bytes", [400, 2**26])
def test_narrow_integers_do_not_wrap(dtype, low, high, max_bytes):
    """Differences and squares of {dtype} do not wrap around, nor do those that int64 cannot hold"""
    rng = np.random.default_rng(4)
    X_train = rng.integers(low, high, size=(20, 3), endpoint=True).astype(dtype)
    X_test = with_clear_winner(X_train, rng.integers(low, high, size=(20, 3), endpoint=True).astype(dtype))
    y_train = names(20)
    equal(batched_nearest_neighbor(X_train, y_train, X_test, max_bytes), y_train[nearest(X_train, X_test)])


@contract
@each(
    "labels",
    [["ham", "spam", "a much longer label"], [-1, 1, -7], [2**53 + 1, 2**53, 2**62 + 1], [True, False, True], [0.5, -2.25, 1e9]],
    ids=["strings", "negative", "large", "booleans", "floats"],
)
def test_labels_of_any_dtype(labels):
    """Labels come back as they are, in the dtype of y_train"""
    X_train, y_train = np.array([[0.0], [10.0], [20.0]]), np.array(labels)
    for max_bytes in (1, 2**26):
        result = batched_nearest_neighbor(X_train, y_train, np.array([[19.0], [1.0], [8.0], [30.0]]), max_bytes)
        equal(result, [labels[i] for i in (2, 0, 1, 2)])
        kind = array(result, shape=(4,)).dtype.kind
        check(kind == y_train.dtype.kind, f"expected the dtype of y_train, {y_train.dtype}", returned=result)


@edge
@each(
    ("labels", "kind"),
    [(["ham", "spam"], "U"), ([3, 4], "i"), ([True, False], "b"), ([0.5, 1.5], "f")],
    ids=["strings", "integers", "booleans", "floats"],
)
def test_empty_test_set(labels, kind):
    """No test rows give an empty array of the labels' dtype"""
    result = batched_nearest_neighbor(np.array([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]), np.array(labels), np.zeros((0, 3)))
    dtype = array(result, shape=(0,)).dtype
    check(dtype.kind == kind, f"expected the dtype of the labels, {np.array(labels).dtype}, got {dtype}", returned=result)


@edge
@each("max_bytes", [1, 7, 8, 16])
def test_less_than_one_pair(max_bytes):
    """max_bytes = {max_bytes}, too little for one pair of rows: blocks of one row"""
    rng = np.random.default_rng(6)
    X_train, X_test, y_train = rng.normal(size=(11, 5)), rng.normal(size=(7, 5)), names(11)
    equal(batched_nearest_neighbor(X_train, y_train, X_test, max_bytes), y_train[nearest(X_train, X_test)])


@contract
@each("max_bytes", [0, -1, -(2**20)])
def test_refuses_max_bytes(max_bytes):
    """max_bytes = {max_bytes} raises ValueError"""
    with raises(ValueError):
        batched_nearest_neighbor(np.arange(8.0).reshape(4, 2), np.arange(4), np.ones((3, 2)), max_bytes)


@contract
@each("n_test", [3, 0])
def test_empty_training_set(n_test):
    """An empty training set raises ValueError ({n_test} test rows)"""
    with raises(ValueError):
        batched_nearest_neighbor(np.zeros((0, 2)), np.zeros(0, dtype=int), np.ones((n_test, 2)))


@contract
@each(("d_train", "d_test"), [(2, 3), (3, 2), (1, 3), (3, 1)])
def test_other_number_of_features(d_train, d_test):
    """Training rows with d = {d_train}, test rows with d = {d_test}: ValueError"""
    for n_test in (4, 0):
        with raises(ValueError):
            batched_nearest_neighbor(np.ones((4, d_train)), np.arange(4), np.ones((n_test, d_test)))


@memory
@each(
    ("n_train", "n_test", "d", "max_bytes"),
    [
        (400_000, 3, 4, 2**20),
        (20_000, 50, 16, 2**21),
        (100, 20_000, 16, 2**20),
        (5000, 60, 64, 2**20),
        (3000, 200, 4, 2**14),
    ],
)
def test_memory(n_train, n_test, d, max_bytes):
    """At most max_bytes + 40 * n_test + 256 KiB: n_train = {n_train}, n_test = {n_test}, d = {d}, max_bytes = {max_bytes}"""
    peak_within_bound(n_train, n_test, d, max_bytes)


@memory
@each(
    ("n_train", "n_test", "d", "max_bytes"),
    [
        (60_000, 1, 4, 2**20),
        (500_000, 1, 1, 2**16),
        (20, 40_000, 2, 2**16),
        (1, 8000, 64, 2**20),
        (3500, 1, 64, 2**20),
        (120, 1200, 112, 2**19),
        (120, 600, 512, 2**19),
    ],
)
def test_memory_of_long_and_wide_inputs(n_train, n_test, d, max_bytes):
    """The bound holds for few rows on a side and for many features: n_train = {n_train}, n_test = {n_test}, d = {d}, max_bytes = {max_bytes}"""
    peak_within_bound(n_train, n_test, d, max_bytes)


def peak_within_bound(n_train, n_test, d, max_bytes):
    rng = np.random.default_rng(0)
    X_train, X_test = rng.standard_normal((n_train, d), dtype=np.float32), rng.standard_normal((n_test, d), dtype=np.float32)
    y_train = np.arange(n_train)
    limit = max_bytes + 40 * n_test + 2**18
    peak_memory(
        lambda: batched_nearest_neighbor(X_train, y_train, X_test, max_bytes), limit=limit, what="max_bytes + 40 * n_test + 256 KiB"
    )


@vectorised
@each(("n_train", "n_test"), [(250, 20_000), (20_000, 250)])
def test_work(n_train, n_test):
    """At most 2,000 interpreter events for each needed block: n_train = {n_train}, n_test = {n_test}, max_bytes = 1 MiB"""
    rng = np.random.default_rng(0)
    X_train, X_test, y_train = rng.normal(size=(n_train, 3)), rng.normal(size=(n_test, 3)), np.arange(n_train)
    blocks = -(-8 * n_train * n_test // 2**20)
    count = steps(lambda: batched_nearest_neighbor(X_train, y_train, X_test, 2**20))
    check(count <= 2000 * blocks, "too many interpreter events: single rows are looped over", returned=count, expected=2000 * blocks)


@memory
def test_default_max_bytes():
    """Without max_bytes it is 64 MiB: no more memory, and few steps for a matrix that fits"""
    rng = np.random.default_rng(1)
    X_train, X_test, y_train = rng.normal(size=(9000, 2)), rng.normal(size=(1000, 2)), np.arange(9000)
    limit = 2**26 + 40 * 1000 + 2**18
    peak_memory(lambda: batched_nearest_neighbor(X_train, y_train, X_test), limit=limit, what="64 MiB + 40 * n_test + 256 KiB")
    count = steps(lambda: batched_nearest_neighbor(X_train, y_train, X_test[:200]))
    check(count <= 2000, "too many interpreter events for a single block", returned=count, expected=2000)
