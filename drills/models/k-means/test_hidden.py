"""Hidden tests for k-means."""

import itertools

import numpy as np
from solution import KMeans, kmeans_plus_plus

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
    number,
    numerics,
    raises,
    steps,
    up_to_names,
    vectorised,
)


def squared(X, centers):
    """Squared distances (n, k) in floats."""
    return ((np.asarray(X, dtype=float)[:, None, :] - np.asarray(centers, dtype=float)[None, :, :]) ** 2).sum(axis=2)


def start(X, k, seed):
    """The centres that k-means++ draws, once each is a row of X, and the numbers of these rows (of the first of equal ones)."""
    centers = array(kmeans_plus_plus(X, k, np.random.default_rng(seed)), shape=(k, X.shape[1]), kind="n", what="the centres")
    same = (centers[:, None, :] == X[None, :, :]).all(axis=2)
    check(bool(same.any(axis=1).all()), "a centre is not a row of X", returned=centers)
    return centers, same.argmax(axis=1)


def state(model, X, k):
    """Centres, labels and inertia of a fitted model, once they fit together."""
    centers = array(model.centers, shape=(k, X.shape[1]), kind="f", what="centers")
    labels = array(model.labels, shape=(len(X),), kind="i", what="labels")
    check(bool(((labels >= 0) & (labels < k)).all()), f"a label lies outside 0..{k - 1}", returned=labels)
    distances, scale = squared(X, centers), float(np.abs(np.asarray(X, dtype=float)).max()) ** 2
    own = distances[np.arange(len(X)), labels]
    check(
        bool((own <= distances.min(axis=1) + 1e-11 * scale).all()),
        "a label does not name the nearest of the final centers",
        returned=labels,
    )
    inertia = number(model.inertia, what="inertia")
    close(inertia, distances.min(axis=1).sum(), rtol=1e-8, atol=1e-11 * scale * len(X), what="inertia")
    return centers, labels, inertia


def in_order(centers):
    """The centres by their first coordinate, since the order of the clusters is free."""
    return centers[np.lexsort(centers.T[::-1])]


def centers_of(model, k, d):
    return in_order(array(model.centers, shape=(k, d), kind="f", what="centers"))


def means(X, labels, k):
    return np.array([X[labels == j].mean(axis=0) for j in range(k)])


def path(X, centers, most):
    """The centres after 0, 1, 2, ... steps, to the step that moves nothing, that loses a centre's rows, or to the last of `most`."""
    path = [np.asarray(centers, dtype=float)]
    while len(path) <= most:
        labels = squared(X, path[-1]).argmin(axis=1)
        if len(set(labels.tolist())) < len(centers):
            break
        path.append(means(X, labels, len(centers)))
        if np.array_equal(path[-1], path[-2]):
            break
    return path


def spread(n, d, seed):
    return np.random.default_rng(seed).uniform(-5.0, 5.0, size=(n, d))


@correctness
def test_first_centre_is_uniform():
    """k-means++: the first centre is any row, all equally likely"""
    X = np.array([[0.0, 0.0], [3.0, 0.0]])
    drawn = [int(start(X, 1, seed)[1][0]) for seed in range(30)]
    check(len(set(drawn)) == 2, "of two rows, 30 draws give only one", returned=X[drawn[0]])
    X = np.array([[i, -i] for i in range(199)] + [[9000, 9000]])
    often = sum(start(X, 1, seed)[1][0] == 199 for seed in range(5))
    check(often < 4, "of 200 rows the one that lies far off comes too often", returned=often / 5, expected=1 / 200)


def simulated(points, copies, k, runs):
    """The points of many starts, drawn as the prompt says, shape (runs, k)."""
    rng, between = np.random.default_rng(0), squared(points, points)
    chosen = rng.choice(len(points), size=(runs, 1), p=copies / copies.sum())
    while chosen.shape[1] < k:
        weights = np.cumsum(between[chosen].min(axis=1) * copies, axis=1)
        drawn = (weights <= rng.random((runs, 1)) * weights[:, -1:]).sum(axis=1, keepdims=True)
        chosen = np.hstack([chosen, drawn])
    return chosen


@correctness
def test_next_centre_by_squared_distance():
    """k-means++: each next centre by the squared distance to the nearest so far"""
    # 150 rows at the origin; along each of 8 axes 16 rows at 2 on one side, weight 16 * 4, and one row at 9 on the other, weight 81.
    d, k, draws = 8, 9, 26
    points = np.concatenate([np.zeros((1, d), dtype=int), 2 * np.eye(d, dtype=int), -9 * np.eye(d, dtype=int)])
    copies = np.repeat([150, 16, 1], [1, d, d])
    far = (simulated(points, copies, k, 400) > d).sum(axis=1)
    X = np.repeat(points, copies, axis=0)
    starts = [array(kmeans_plus_plus(X, k, np.random.default_rng(seed)), shape=(k, d), kind="n") for seed in range(draws)]
    found = (np.array(starts) == -9).sum() / draws
    check(
        abs(found - far.mean()) <= 6 * far.std() / draws**0.5,
        f"a start holds too {'many' if found > far.mean() else 'few'} of the 8 rows at distance 9 (besides 8 times 16 rows at 2, and 150 at 0)",
        returned=float(found),
        expected=round(float(far.mean()), 1),
    )
    X = np.diag([10] * 19 + [0])
    X[19, 0] = -11  # but little farther from the others than they are from one another
    twice = [bool((start(X, 2, seed)[1] == 19).any()) for seed in range(12)]
    check(not all(twice), "of 20 rows nearly equally far from one another, each of 12 starts at two takes the farthest", returned=X[19])
    n, k, draws = 40, 10, 30
    drawn = np.array([start(10 * np.eye(n, dtype=int), k, seed)[1] for seed in range(draws)])
    error = ((n + 1) * (n - k) / (12 * k * draws)) ** 0.5  # of the mean of k of n numbers, drawn without replacement
    check(
        abs(drawn.mean() - (n - 1) / 2) <= 6 * error,
        "of 40 rows equally far from one another, those near one end of X are drawn more often",
        returned=f"row {drawn.mean():.3g} on average",
        expected=f"row {(n - 1) / 2} on average",
    )
    for X, row in ((np.array([[i, 0] for i in (*range(20), 90_000)]), 20), (np.array([[i, 0] for i in (90_000, *range(20))]), 0)):
        missed = [row not in start(X, 2, seed)[1] for seed in range(2)]
        check(not all(missed), f"20 rows at 0 to 19 and row {row} at 90,000, which is not drawn", returned=start(X, 2, 0)[0])


@contract
def test_start_and_seed():
    """fit starts where k-means++ does with default_rng(seed), after an earlier fit too; equal states give equal centres"""
    X, k = spread(60, 2, 0), 8
    starts = [in_order(start(X, k, seed)[0]) for seed in (0, 1)]
    equal(in_order(start(X, k, 0)[0]), starts[0], what="the centres of a second generator of equal state")
    check(not np.array_equal(*starts), "generators of different states give the same centres", returned=starts[0])
    model = KMeans(k, max_iter=0).fit(spread(9, 3, 12)).fit(spread(30, 2, 12))
    again = model.fit(X)
    close(centers_of(again, k, 2), starts[0], what="the centers of what another fit returns, with max_iter = 0")
    centers, _, _ = state(model, X, k)
    close(in_order(centers), starts[0], what="the centers of another fit, with max_iter = 0")
    close(centers_of(KMeans(k, max_iter=0, seed=1).fit(X), k, 2), starts[1], what="centers with max_iter = 0 and seed = 1")


@correctness
@each(("n", "k", "d"), [(40, 3, 2), (20, 4, 5)])
def test_steps_follow_one_another(n, k, d):
    """Each step moves the centres to the means of their rows; max_iter is the number of steps"""
    X = spread(n, d, n)
    expected = path(X, start(X, k, 0)[0], most=4)
    for t in (1, 2, 4):
        if t < len(expected):
            close(centers_of(KMeans(k, t, 0.0).fit(X), k, d), in_order(expected[t]), rtol=1e-8, atol=1e-9, what=f"centers after {t} steps")


@correctness
def test_runs_until_nothing_moves():
    """With the defaults each centre ends as the mean of its rows, a single row included"""
    # Ten groups of 0, 0, 0, 0, 0, 0, 10, 31: a start at 0 and 10 moves to 0 and 20.5, then 10 goes over to 0 and leaves 31 alone.
    X = (np.array([0, 0, 0, 0, 0, 0, 10, 31]) + 10_000 * np.arange(10)[:, None]).reshape(-1, 1)
    for seed in range(3):
        centers = array(KMeans(20, seed=seed).fit(X).centers, shape=(20, 1), kind="f", what="centers")
        labels = squared(X, centers).argmin(axis=1)
        if len(set(labels.tolist())) == 20:
            close(centers, means(X, labels, 20), rtol=1e-8, what="centers")


@contract
def test_defaults():
    """The defaults are max_iter = 100 and tol = 1e-6"""
    # Two ends of 480 equal rows each and 240 rows between them, spaced such that each step carries one row from the right cluster to the left.
    p = np.linspace(0.4, 0.6, 240)
    X = np.concatenate([np.full(480, -(3**0.5)), (2 * p - 1) / np.sqrt(2 * p * (1 - p)), np.full(480, 3**0.5 + 0.006)])[:, None] / 100
    for seed in range(4):
        expected = path(X, start(X, 2, seed)[0], most=100)
        if len(expected) == 101:  # a start at the two ends; 20 steps are left
            close(centers_of(KMeans(2, seed=seed).fit(X), 2, 1), in_order(expected[100]), rtol=1e-7, what="centers after 100 steps")
            break


@correctness
def test_tolerance():
    """The first step within tol is the last, and no step beyond tol is"""
    t, k = spread(60, 1, 5) / 500, 4
    X = np.tile(np.hstack([t, -t]), 5)  # ten coordinates, every second one of which moves the other way
    after = path(X, start(X, k, 0)[0], most=9)
    moves = [np.sqrt(((b - a) ** 2).sum(axis=1)) for a, b in itertools.pairwise(after)]
    norms, sums, last = [np.sqrt((move**2).sum()) for move in moves], [move.sum() for move in moves], len(moves)
    for tol in ((moves[0].max() + norms[0]) / 2, 1.001 * sums[0], 1.001 * sums[min(2, last - 1)], 1e9):
        may = next((i for i, norm in enumerate(norms, 1) if norm <= tol), last)
        must = next((i for i, total in enumerate(sums, 1) if total <= tol), last)
        centers = centers_of(KMeans(k, max_iter=last, tol=float(tol)).fit(X), k, 10)
        stops = [i for i in range(may, must + 1) if np.abs(in_order(after[i]) - centers).max() <= 1e-12]
        check(
            bool(stops),
            f"tol = {tol:.3g} should end the steps after step {may if may == must else f'{may} to {must}'}",
            returned=centers,
            expected=in_order(after[must]),
        )
    X = np.array([[0, 0], [2, 0], [0, 2], [2, 2], [80, 0], [82, 0], [80, 2], [82, 2]])
    few, many = (steps(lambda limit=limit: KMeans(2, limit, 0.0).fit(X)) for limit in (20, 400))
    check(many <= 1.5 * few, "with tol = 0 the steps go on though nothing moves, up to max_iter", returned=many, expected=few)


@correctness
def test_inertia():
    """Inertia and labels belong to the final centres; one step more never raises the inertia"""
    X = np.random.default_rng(1).integers(-4, 5, size=(30, 2)).astype(float)
    inertias = [state(KMeans(12, limit, 0.0, 1).fit(X), X, 12)[2] for limit in (0, 1, 2, 4)]
    state(KMeans(8, tol=1e9).fit(spread(60, 2, 0)), spread(60, 2, 0), 8)
    X = 10_000 + spread(3000, 2, 4)
    state(KMeans(8, max_iter=2).fit(X), X, 8)
    check(bool((np.diff(inertias) <= 1e-7).all()), "the inertia rises from one step to the next", returned=inertias)


@correctness
def test_far_clusters_and_predict():
    """Clusters that lie far apart are found, and predict names the nearest centre of each row"""
    rng = np.random.default_rng(3)
    truth = rng.permutation(np.repeat([0, 1, 2], [20, 5, 10]))
    X = np.array([[0.0, 0.0], [1e5, 0.0], [0.0, -1e5]])[truth] + rng.integers(-1, 2, size=(35, 2))
    model = KMeans(3).fit(X)
    centers, labels, _ = state(model, X, 3)
    up_to_names(labels, truth)
    equal(array(model.predict(X), shape=(35,), kind="i"), labels, what="predict(X) beside labels")
    for new in (1e4 * spread(12, 2, 8), np.array([[60_000, -50_000]])):
        equal(
            array(model.predict(new), shape=(len(new),), kind="i"), squared(new, centers).argmin(axis=1), what="the numbers of the centres"
        )
    KMeans(2).fit(np.array([[7e5, 7e5], [8e5, 8e5]]))
    equal(
        array(model.predict(X[::-1]), shape=(35,), kind="i"),
        labels[::-1],
        what="predict of the rows backwards, another model fitted between",
    )
    X = np.repeat([[3], [900], [902]], [1200, 100, 100], axis=0)
    close(centers_of(KMeans(2).fit(X), 2, 1), [[3.0], [901.0]], what="the centers of 1,200 rows at 3 and 100 each at 900 and 902")
    unfitted = KMeans(2)
    with raises(RuntimeError):
        unfitted.predict(X)


@edge
@each(
    ("points", "copies", "k", "limit", "scale"),
    [(1, 1, 1, 0, 1), (1, 6, 6, 3, 1), (2, 4, 7, 100, 1), (6, 4, 8, 1, 1), (6, 4, 6, 4, 1e-9), (6, 1, 6, 9, 1)],
)
def test_few_points(points, copies, k, limit, scale):
    """{points} points, each in {copies} rows, and k = {k}: finite centres, and every point is one of them"""
    X = np.array([[3, -7], [5, 5], [-9, 3], [20, 0], [1, 40], [-30, -30]])[:points]
    X = scale * np.tile(X, (copies, 1))
    drawn, rows = start(X, k, 0)
    check(
        len(set(rows.tolist())) == points, "a point is drawn again, at distance 0 from a centre, before all have been drawn", returned=drawn
    )
    model = KMeans(k, limit, 0.0).fit(X)
    centers = array(model.centers, shape=(k, 2), kind="f", what="centers")
    away = np.sqrt(squared(X, centers).min(axis=1).max())
    check(away <= 1e-6 * scale, "a point is not among the centers", returned=centers, expected=X[:points])
    close(model.inertia, 0.0, atol=1e-9 * scale**2, what="inertia")


@edge
@each("row", [0, 2, 4])
def test_one_row_differs(row):
    """Five rows of which only row {row} differs: a start at k = 2 holds both points"""
    X = np.zeros((5, 2), dtype=int)
    X[row] = [10, -20]
    for seed in range(4):
        centers, rows = start(X, 2, seed)
        check(row in rows, "a row at distance 0 from the first centre is drawn, though another lies away from it", returned=centers)


@numerics
@each(("dtype", "low", "high"), [("int8", -128, 127), ("uint8", 0, 255), ("float32", 0, 100), ("int64", 0, 4 * 10**9)])
def test_width_of_numbers(dtype, low, high):
    """Points of {dtype}: fractions are kept, nothing wraps around or overflows"""
    gap = max(1, high // 10_000)  # squares of 4e9 leave no room for distances of 1
    near = [[low + gap * i, low + gap * j] for i in range(5) for j in range(5)]
    X = np.array([*near, [low, high], [high, low], [high, high]]).astype(dtype)
    centers, rows = start(X, 4, 0)
    check(rows.max() >= 25, "k-means++ draws none of the three far corners besides 25 rows close together", returned=centers)
    check(len(set(start(X, 28, 0)[1].tolist())) == 28, "28 different rows, k = 28: k-means++ leaves one out", returned=start(X, 28, 0)[0])
    unit = high // 100  # the points stand 100 units apart
    X = (unit * np.array([[0, 2], [100, 0], [1, 2], [100, 1], [0, 1]])).astype(dtype)
    model = KMeans(2).fit(X)
    centers = array(model.centers, shape=(2, 2), kind="f", what="centers")
    labels = array(model.labels, shape=(5,), kind="i", what="labels")
    up_to_names(labels, [0, 1, 0, 1, 0])
    expected = unit * np.array([[1 / 3, 5 / 3], [100.0, 0.5]])
    close(centers[labels[:2]], expected, rtol=1e-5 if dtype == "float32" else 1e-9, what="the centres of rows 0 and 1")
    new = (unit * np.array([[10, 0], [90, 20]])).astype(dtype)
    equal(array(model.predict(new), shape=(2,), kind="i"), labels[:2], what="predict beside labels")


@contract
def test_bad_k():
    """k < 1 and k > n raise ValueError"""
    X = spread(4, 2, 10)
    for k in (0, -1, 5):
        with raises(ValueError):
            kmeans_plus_plus(X, k, np.random.default_rng(0))
        with raises(ValueError):
            KMeans(k).fit(X)


@vectorised
def test_no_loop_over_points():
    """The interpreter's work does not grow with the number of points"""
    model = KMeans(3, max_iter=2).fit(spread(20, 2, 14))
    flat_growth(
        lambda n: kmeans_plus_plus(spread(n, 2, 14), 3, np.random.default_rng(0)), sizes=(100, 700), what="points of kmeans_plus_plus"
    )
    flat_growth(lambda n: KMeans(3, max_iter=2, tol=0.0).fit(spread(n, 2, 14)), sizes=(100, 700), what="points of fit")
    flat_growth(lambda n: model.predict(spread(n, 2, 14)), sizes=(100, 700), what="points of predict")
