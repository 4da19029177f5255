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
    up_to_names,
    vectorised,
)


def squared(X, centers):
    """Squared distances (n, k) in floats."""
    return ((np.asarray(X, dtype=float)[:, None, :] - centers[None, :, :]) ** 2).sum(axis=2)


def drawn(X, k, seed):
    """The numbers of the distinct rows of X that k-means++ draws, ascending."""
    centers = array(kmeans_plus_plus(X, k, np.random.default_rng(seed)), shape=(k, X.shape[1]), kind="n", what="the centres")
    same = (centers[:, None, :] == X[None, :, :]).all(axis=2)
    check(bool(same.any(axis=1).all()), "a centre is not a row of X", returned=centers)
    return tuple(sorted(same.argmax(axis=1).tolist()))


def chances(points, copies, k):
    """The exact probability of every set of k points, each of which stands in so many rows, by going through all orders."""
    between, result = squared(points, points.astype(float)), {}
    for order in itertools.permutations(range(len(points)), k):
        p = copies[order[0]] / sum(copies)
        for j in range(1, k):
            weights = between[:, order[:j]].min(axis=1) * copies
            p *= weights[order[j]] / weights.sum()
        result[tuple(sorted(order))] = result.get(tuple(sorted(order)), 0.0) + p
    return result


def same_chances(points, copies, k, draws):
    """Every set of k points turns up as often as it should, within 6 standard errors."""
    site = np.random.default_rng(k).permutation(np.repeat(range(len(points)), copies))
    X = np.array(points)[site]
    seen = [tuple(sorted(site[list(drawn(X, k, seed))].tolist())) for seed in range(draws)]
    expected = chances(np.array(points), np.array(copies), k)
    for sites in sorted({*expected, *seen}):
        p, share = expected.get(sites, 0.0), seen.count(sites) / draws
        what = f"the start {[points[i] for i in sites]} comes too {'often' if share > p else 'rarely'}, with {copies} rows at {points}"
        check(abs(share - p) <= 6 * (p * (1 - p) / draws) ** 0.5 + 4 / draws, what, returned=share, expected=p)


def state(model, X, k):
    """Centres, labels and inertia of a fitted model, once they fit together."""
    centers = array(model.centers, shape=(k, X.shape[1]), kind="f", what="centers")
    check(centers.dtype.kind == "f", "centers are not floats", returned=model.centers)
    labels = array(model.labels, shape=(len(X),), kind="i", what="labels")
    check(bool(((labels >= 0) & (labels < k)).all()), f"a label lies outside 0..{k - 1}", returned=labels)
    distances, scale = squared(X, centers), float(np.abs(np.asarray(X, dtype=float)).max()) ** 2
    own = distances[np.arange(len(X)), labels]
    check(
        bool((own <= distances.min(axis=1) + 1e-11 * scale).all()),
        "a label does not name the nearest of the final centers",
        returned=labels,
    )
    close(number(model.inertia, what="inertia"), distances.min(axis=1).sum(), rtol=1e-8, atol=1e-11 * scale * len(X), what="inertia")
    return centers, labels, float(model.inertia)


def after(X, k, steps, seed=0, tol=0.0):
    return state(KMeans(k, max_iter=steps, tol=tol, seed=seed).fit(X), X, k)


def means(X, labels, k):
    return np.array([X[labels == j].mean(axis=0) for j in range(k)])


def spread(n, d, seed):
    return np.random.default_rng(seed).uniform(-5.0, 5.0, size=(n, d))


@correctness
def test_first_centre_is_uniform():
    """k-means++: the first centre is any row, all equally likely"""
    same_chances([[0.0, 0.0], [0.0, 2.0], [50.0, 50.0]], [1, 1, 1], 1, draws=110)


@correctness
def test_second_centre_by_squared_distance():
    """k-means++: the second centre by the squared distance to the first"""
    same_chances([[0, 0], [2, 0], [1, 22]], [100, 100, 1], 2, draws=100)


@correctness
def test_third_centre_by_the_nearest_so_far():
    """k-means++: the third centre by the distance to the nearest of the first two"""
    same_chances([[0.0], [10.0], [5.0], [12.0]], [20, 20, 1, 5], 3, draws=80)


@correctness
def test_rows_that_are_centres_are_not_drawn_again():
    """k-means++: while other points are left, no point is drawn twice"""
    X = np.array([[0, 0], [0, 0], [0, 0], [9, 0], [0, 0], [9, 0], [0, 7], [-8, -8]])
    for seed in range(12):
        rows = X[list(drawn(X, 4, seed))].tolist()
        check(len({tuple(row) for row in rows}) == 4, "a point is drawn again, at distance 0 from a centre", returned=rows)


@contract
def test_equal_states_equal_centres():
    """k-means++: generators of equal state give equal centres"""
    X = spread(30, 2, 0)
    first = [drawn(X, 3, seed) for seed in range(5)]
    again = [drawn(X, 3, seed) for seed in range(5)]
    check(first == again, "two generators of equal state give different centres", returned=again, expected=first)
    check(len(set(first)) > 1, "five generators of different state give the same centres", returned=X[list(first[0])])


@correctness
def test_start_is_plus_plus():
    """With max_iter = 0 the centres are those of k-means++"""
    X = np.array([[0.0, 0.0]] * 25 + [[3.0, 0.0], [0.0, 4.0], [-6.0, 1.0]])
    for seed in range(6):
        model = KMeans(4, max_iter=0, seed=seed).fit(X)
        _, _, inertia = state(model, X, 4)
        close(inertia, 0.0, atol=1e-9, what="the inertia of the start, which takes each of the four points once")
    X = spread(12, 3, 1)
    centers, _, _ = after(X, 3, steps=0)
    check(bool((squared(centers, X) < 1e-18).any(axis=1).all()), "with max_iter = 0 the centres are not rows of X", returned=centers)


@correctness
@each(("n", "k", "d"), [(40, 3, 2), (12, 4, 1), (10, 4, 5)])
def test_steps_follow_one_another(n, k, d):
    """The centres after t + 1 steps are the means of the clusters after t steps"""
    X = spread(n, d, n)
    for seed in range(2):
        _, labels, _ = after(X, k, steps=0, seed=seed)
        for steps in range(1, 5):
            previous = labels
            centers, labels, _ = after(X, k, steps=steps, seed=seed)
            if len(set(previous.tolist())) == k:
                close(centers, means(X, previous, k), rtol=1e-8, atol=1e-9, what=f"centers after {steps} steps")


@correctness
def test_blobs():
    """Clusters that lie far apart are found from any seed"""
    rng = np.random.default_rng(3)
    truth = rng.permutation(np.repeat([0, 1, 2], [20, 5, 10]))
    X = np.array([[0.0, 0.0], [1e5, 0.0], [0.0, -1e5]])[truth] + rng.integers(-1, 2, size=(35, 2))
    for seed in range(5):
        centers, labels, _ = state(KMeans(3, seed=seed).fit(X), X, 3)
        up_to_names(labels, truth)
        close(centers, means(X, labels, 3), rtol=1e-8, atol=1e-6, what="centers")


@correctness
@each(("n", "k", "d", "seeds"), [(100, 4, 2, 2), (10, 4, 1, 8), (9, 1, 3, 1)])
def test_runs_until_nothing_moves(n, k, d, seeds):
    """With the defaults each centre ends as the mean of its rows, a single row included"""
    X = spread(n, d, 23 if n == 10 else n + 1)
    for seed in range(seeds):
        centers, labels, _ = state(KMeans(k, seed=seed).fit(X), X, k)
        if len(set(labels.tolist())) == k:
            close(centers, means(X, labels, k), rtol=1e-5, atol=1e-5, what="centers")


@correctness
def test_tolerance():
    """The first step within tol is the last, and no step beyond tol is"""
    X, k, last = spread(60, 1, 5) / 500, 4, 9
    for seed in range(2):
        path = [after(X, k, steps=steps, seed=seed)[0] for steps in range(last + 1)]
        moves = [np.sqrt(((b - a) ** 2).sum(axis=1)) for a, b in itertools.pairwise(path)]
        for tol in (1e9, 2e-3, 5e-4, 2e-4):
            may = next((t for t, move in enumerate(moves, 1) if move.max() <= tol), last)
            must = next((t for t, move in enumerate(moves, 1) if move.sum() <= tol), last)
            centers, _, _ = after(X, k, steps=last, seed=seed, tol=tol)
            stops = [t for t in range(may, must + 1) if np.abs(path[t] - centers).max() <= 1e-12]
            check(
                bool(stops),
                f"tol = {tol} should end the steps after step {may if may == must else f'{may} to {must}'}",
                returned=centers,
                expected=path[must],
            )


@correctness
def test_opposite_moves_do_not_cancel():
    """Movements of opposite sign do not cancel: the steps go on"""
    t = np.array([0, 1, 2, 4, 8, 9, 11, 15, 16, 18, 23, 24, 29, 35, 37, 44, 46, 53, 60, 61])
    X = np.stack([t, -t], axis=1)
    for seed in range(5):
        centers, labels, _ = state(KMeans(3, seed=seed).fit(X), X, 3)
        close(centers, means(X, labels, 3), rtol=1e-8, atol=1e-8, what="centers")


@correctness
@each(("n", "k", "seed"), [(40, 6, 0), (30, 12, 1)])
def test_inertia_never_rises(n, k, seed):
    """One step more never raises the inertia"""
    X = np.random.default_rng(seed).integers(-4, 5, size=(n, 2)).astype(float)
    path = [after(X, k, steps, seed)[2] for steps in range(6)]
    check(bool((np.diff(path) <= 1e-7).all()), "the inertia rises from one step to the next", returned=path)


@correctness
@each("steps", [1, 2, 100])
def test_inertia_of_the_final_centres(steps):
    """Inertia and labels after {steps} steps belong to the centres after {steps} steps"""
    X = spread(50, 2, 6)
    for seed in range(3):
        model = KMeans(5, max_iter=steps, seed=seed).fit(X)
        distances = squared(X, array(model.centers, shape=(5, 2), kind="f", what="centers"))
        close(model.inertia, distances.min(axis=1).sum(), rtol=1e-8, what="inertia")
        equal(array(model.labels, shape=(50,), kind="i", what="labels"), distances.argmin(axis=1), what="labels")


@contract
def test_predict():
    """predict names the nearest centre, for the rows of fit and for new ones"""
    X = spread(30, 3, 7)
    model = KMeans(4, max_iter=2, seed=1).fit(X)
    centers, labels, _ = state(model, X, 4)
    equal(array(model.predict(X), shape=(30,), kind="i"), labels, what="predict(X) beside labels")
    for new in (spread(12, 3, 8), spread(1, 3, 9), np.arange(-6, 6).reshape(4, 3)):
        equal(
            array(model.predict(new), shape=(len(new),), kind="i"), squared(new, centers).argmin(axis=1), what="the numbers of the centres"
        )
    unfitted = KMeans(2)
    with raises(RuntimeError):
        unfitted.predict(X)


@edge
@each(("k", "steps"), [(2, 0), (3, 100), (6, 3)])
def test_all_points_equal(k, steps):
    """Six equal points: k = {k} equal centres, inertia 0"""
    X = np.array([[3.0, -7.0]] * 6)
    check(drawn(X, k, 0) == (0,) * k, "a centre is not the point")
    _, _, inertia = after(X, k, steps=steps)
    close(inertia, 0.0, atol=1e-9, what="inertia")


@edge
@each(("points", "k", "steps"), [(2, 3, 1), (2, 7, 100), (6, 8, 4)])
def test_fewer_distinct_points_than_k(points, k, steps):
    """{points} distinct points and k = {k}: finite centres, every point among them"""
    X = np.array([[0.0, 2.0], [5.0, 5.0], [-9.0, 3.0], [20.0, 0.0], [1.0, 40.0], [-30.0, -30.0]] * 4)[np.arange(24) % 6 < points]
    for seed in range(2):
        rows = {tuple(X[row]) for row in drawn(X, k, seed)}
        check(len(rows) == points, "a point is drawn again before all have been drawn", returned=sorted(rows))
        _, _, inertia = after(X, k, steps=steps, seed=seed)
        close(inertia, 0.0, atol=1e-9, what="inertia")


@edge
@each(("n", "d"), [(1, 1), (1, 3), (2, 1), (6, 2)])
def test_n_equals_k(n, d):
    """k = n = {n}: every point is a centre"""
    X = np.arange(n * d).reshape(n, d) * 3.0 - 4.0
    rows = drawn(X, n, 0)
    check(rows == tuple(range(n)), "k-means++ leaves a point out", returned=X[list(rows)])
    _, labels, inertia = state(KMeans(n).fit(X), X, n)
    check(sorted(labels.tolist()) == list(range(n)), "two points share a label", returned=labels)
    close(inertia, 0.0, atol=1e-9, what="inertia")


@numerics
@each("dtype", ["int8", "uint8"])
def test_integers(dtype):
    """Points of {dtype}: fractions are kept, nothing wraps around"""
    low, high = (0, 255) if dtype != "int8" else (-128, 127)
    X = np.array([[low], [low + 1]] * 10 + [[high]]).astype(dtype)
    often = sum(20 in drawn(X, 2, seed) for seed in range(12))
    check(
        often > 8,
        f"20 rows at {low} and {low + 1}, one at {high}: k-means++ draws the far one too rarely",
        returned=often / 12,
        expected=1.0,
    )
    X = np.array([[0, 2], [100, 0], [1, 2], [101, 1], [0, 1]]).astype(dtype)
    for seed in range(2):
        model = KMeans(2, seed=seed).fit(X)
        centers, labels, _ = state(model, X, 2)
        close(centers[labels[:2]], [[1 / 3, 5 / 3], [100.5, 0.5]], what="the centres of rows 0 and 1")
        equal(
            array(model.predict(np.array([[10, 0], [90, 120]]).astype(dtype)), shape=(2,), kind="i"),
            labels[:2],
            what="predict beside labels",
        )


@contract
def test_bad_k():
    """k < 1 and k > n raise ValueError"""
    X = spread(4, 2, 10)
    for k in (0, -1, 5):
        with raises(ValueError):
            kmeans_plus_plus(X, k, np.random.default_rng(0))
        with raises(ValueError):
            KMeans(k).fit(X)


@contract
def test_seed():
    """The same seed gives the same centres, and the seed matters"""
    X = spread(40, 2, 11)
    starts = [after(X, 3, steps=0, seed=seed)[0] for seed in range(4)]
    for seed in range(4):
        close(after(X, 3, steps=0, seed=seed)[0], starts[seed], what=f"the centres of a second model with seed {seed}")
    check(len({tuple(np.sort(start.ravel())) for start in starts}) > 1, "four seeds give the same start", returned=starts[0])
    X = X / 1e5
    close(state(KMeans(3).fit(X), X, 3)[0], state(KMeans(3, 100, 1e-6, 0).fit(X), X, 3)[0], what="the centres with the defaults")


@contract
def test_fit_again():
    """fit returns the model, and a second fit forgets the first"""
    model = KMeans(2, max_iter=50, tol=1e-9, seed=4)
    for X in (spread(20, 3, 12), spread(9, 1, 13) + 100.0):
        returned = model.fit(X)
        state(returned, X, 2)
        close(
            state(model, X, 2)[0],
            array(returned.centers, shape=(2, X.shape[1]), kind="f"),
            what="the centers of the model and of what fit returned",
        )


@vectorised
def test_no_loop_over_points():
    """The interpreter's work does not grow with the number of points"""
    model = KMeans(3, max_iter=2).fit(spread(20, 2, 14))
    flat_growth(
        lambda n: kmeans_plus_plus(spread(n, 2, 14), 3, np.random.default_rng(0)), sizes=(100, 700), what="points of kmeans_plus_plus"
    )
    flat_growth(lambda n: KMeans(3, max_iter=2, tol=0.0).fit(spread(n, 2, 14)), sizes=(100, 700), what="points of fit")
    flat_growth(lambda n: model.predict(spread(n, 2, 14)), sizes=(100, 700), what="points of predict")
