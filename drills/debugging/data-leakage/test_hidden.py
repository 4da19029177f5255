"""Hidden tests for the leaking evaluation."""

import math

import numpy as np
from solution import evaluate

from drillkit.testing import array, check, close, contract, correctness, each, edge, equal, mapping, number, numerics, raises

KEYS = ("accuracy", "selected", "train_mean", "train_std", "test_index")


def run(X, y, **options):
    """The learner's result, once it is a dict with the five keys."""
    return mapping(evaluate(X, y, **options), *KEYS)


def held_out(result, n):
    """The reported test rows, once they are some but not all of the rows, each once, ascending."""
    rows = array(result["test_index"], shape=(None,), kind="i", what="test_index")
    check(0 < len(rows) < n, f"test_index must hold some but not all of the {n} rows", returned=rows)
    check(rows.min() >= 0 and rows.max() < n, f"test_index holds a row number outside 0 … {n - 1}", returned=rows)
    check(bool(np.all(np.diff(rows) > 0)), "test_index must be ascending, each row once", returned=rows)
    return rows


def training_rows(result, n):
    return np.setdiff1d(np.arange(n), held_out(result, n))


def noise(n, d, seed):
    """Columns that know nothing of the coin that the labels are."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n, d)), rng.integers(0, 2, size=n)


def signal(n, d, seed, columns=(2, 5, 7), gap=4.0):
    """Noise in which a few columns lie `gap` apart between the classes; 60 % of the labels are 1."""
    rng = np.random.default_rng(seed)
    y = (rng.permutation(n) % 5 < 3).astype(int)
    X = rng.normal(size=(n, d))
    X[:, list(columns)] += gap * (y[:, None] - 0.5)
    return X, y


def with_other_test_rows(X, y, rows):
    """A copy whose test rows have other values, far from the old ones, and the opposite labels."""
    X, y = X.copy(), y.copy()
    X[rows] = 40 + 90 * np.random.default_rng(99).normal(size=(len(rows), X.shape[1]))
    y[rows] = 1 - y[rows]
    return X, y


def before_and_after(seed):
    """Two results that differ by the values and labels of the first one's test rows."""
    X, y = noise(60, 40, seed)
    options = {"test_size": 0.4, "n_features": 5, "seed": seed}
    before = run(X, y, **options)
    return before, run(*with_other_test_rows(X, y, held_out(before, 60)), **options)


def log_odds(X, y, points, l2):
    """What a logistic regression of y on X says of other points; Newton's method."""
    rows, penalty = np.column_stack([X, np.ones(len(X))]), np.append(np.full(X.shape[1], l2), 0.0)
    weights = np.zeros(rows.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-rows @ weights))
        curvature = (rows.T * (p * (1 - p))) @ rows / len(rows) + np.diag(penalty)
        weights = weights - np.linalg.solve(curvature, rows.T @ (p - y) / len(rows) + penalty * weights)
    return points @ weights[:-1] + weights[-1]


def correlation(a, b):
    mean_a, mean_b = math.fsum(a) / len(a), math.fsum(b) / len(b)
    covariance = math.fsum((p - mean_a) * (q - mean_b) for p, q in zip(a, b, strict=True))
    return covariance / math.sqrt(math.fsum((p - mean_a) ** 2 for p in a) * math.fsum((q - mean_b) ** 2 for q in b))


@contract
def test_fields():
    """A dict with the five keys, each of its shape and kind"""
    X, y = noise(50, 12, 0)
    result = run(X, y)
    number(result["accuracy"], low=0.0, high=1.0, what="accuracy")
    selected = array(result["selected"], shape=(10,), kind="i", what="selected")
    check(selected.min() >= 0 and selected.max() < 12, "selected holds a column number outside 0 … 11", returned=selected)
    check(bool(np.all(np.diff(selected) > 0)), "selected must be ascending, each column once", returned=selected)
    array(result["train_mean"], shape=(12,), kind="f", what="train_mean")
    array(result["train_std"], shape=(12,), kind="f", what="train_std")
    held_out(result, 50)


@contract
def test_split():
    """The same call gives the same result, by position or by keyword"""
    X, y = signal(70, 9, 1)
    first, second = run(X, y, test_size=0.2, n_features=3, seed=4), mapping(evaluate(X, y, 0.2, 3, 4), *KEYS)
    equal(second["test_index"], held_out(first, 70), what="test_index")
    equal(second["selected"], array(first["selected"], shape=(3,), kind="i", what="selected"), what="selected")
    number(first["accuracy"], low=0.0, high=1.0, what="accuracy")
    close(second["accuracy"], first["accuracy"], what="accuracy")


@contract
def test_split_depends_on_sizes_and_seed_alone():
    """Other values, labels, columns and n_features leave the split as it is"""
    X, y = noise(60, 40, 2)
    before = held_out(run(X, y, test_size=0.4, n_features=5, seed=3), 60)
    after = run(*with_other_test_rows(X, y, before), test_size=0.4, n_features=5, seed=3)
    equal(after["test_index"], before, what="test_index after other values in the test rows")
    other_X, other_y = signal(60, 11, 8)
    after = run(other_X, other_y, test_size=0.4, n_features=2, seed=3)
    equal(after["test_index"], before, what="test_index on other data")


@contract
def test_defaults():
    """What is left out means test_size=0.3, n_features=10 and seed=0"""
    X, y = signal(50, 14, 16)
    left_out, given = run(X, y), run(X, y, test_size=0.3, n_features=10, seed=0)
    equal(left_out["test_index"], held_out(given, 50), what="test_index")
    equal(left_out["selected"], array(given["selected"], shape=(10,), kind="i", what="selected"), what="selected")


@contract
@each(("n", "test_size"), [(100, 0.3), (41, 0.25), (50, 0.5), (33, 0.8), (10, 0.1)])
def test_split_size(n, test_size):
    """{n} rows, test_size = {test_size}: the number of test rows is within 1"""
    X, y = signal(n, 9, 3)
    rows = held_out(run(X, y, test_size=test_size, n_features=2), n)
    check(abs(len(rows) - n * test_size) <= 1 + 1e-9, f"{len(rows)} test rows, {n * test_size:g} were asked for", returned=rows)


@contract
def test_seeds_differ():
    """Another seed draws another split"""
    X, y = signal(60, 9, 4)
    splits = {tuple(held_out(run(X, y, n_features=2, seed=seed), 60).tolist()) for seed in range(4)}
    check(len(splits) > 1, "seeds 0, 1, 2 and 3 all give the same split", returned=sorted(splits)[0])


@correctness
@each("seed", [0, 1])
def test_mean_ignores_test_rows(seed):
    """train_mean stays when the test rows get other values and labels (seed {seed})"""
    before, after = before_and_after(seed)
    close(after["train_mean"], array(before["train_mean"], shape=(40,), kind="f", what="train_mean"), what="train_mean")


@correctness
@each("seed", [0, 1])
def test_std_ignores_test_rows(seed):
    """train_std stays when the test rows get other values and labels (seed {seed})"""
    before, after = before_and_after(seed)
    close(after["train_std"], array(before["train_std"], shape=(40,), kind="f", what="train_std"), what="train_std")


@correctness
@each("seed", [0, 1, 2])
def test_selection_ignores_test_rows(seed):
    """selected stays when the test rows get other values and labels (seed {seed})"""
    before, after = before_and_after(seed)
    equal(after["selected"], array(before["selected"], shape=(5,), kind="i", what="selected"), what="selected")


@correctness
@each(("n", "d", "test_size"), [(40, 6, 0.3), (25, 30, 0.6)])
def test_mean_and_std_of_training_rows(n, d, test_size):
    """train_mean and train_std are those of all columns over the training rows, ddof 0 ({n} rows, {d} columns)"""
    X, y = noise(n, d, 5)
    X = X * 10 - 30
    result = run(X, y, test_size=test_size, n_features=2)
    columns = X[training_rows(result, n)].T.tolist()
    means = [math.fsum(column) / len(column) for column in columns]
    close(result["train_mean"], means, what="train_mean")
    squares = [math.fsum((v - mean) ** 2 for v in column) for column, mean in zip(columns, means, strict=True)]
    close(result["train_std"], [math.sqrt(s / len(columns[0])) for s in squares], what="train_std")


@edge
def test_constant_training_column():
    """A column that is constant on the training rows has std 1 and does no harm, even if it varies on the test rows"""
    X, y = signal(80, 10, 6)
    training = training_rows(run(X, y, n_features=10), 80)
    X[training, 4] = 3.0
    X[:, 8] = -2.0
    result = run(X, y, n_features=10)
    expected = X[training].std(axis=0)
    expected[[4, 8]] = 1.0
    close(result["train_std"], expected, what="train_std")
    equal(result["selected"], list(range(10)), what="selected")
    number(result["accuracy"], low=0.85, high=1.0, what="accuracy")
    equal(run(X, y, n_features=8)["selected"], [0, 1, 2, 3, 5, 6, 7, 9], what="selected for n_features=8")


@correctness
@each(("n", "d", "k", "seed"), [(60, 12, 4, 0), (40, 25, 6, 1), (90, 15, 7, 2)])
def test_selection_of_training_rows(n, d, k, seed):
    """selected holds the {k} of {d} columns that correlate most with y on the training rows"""
    X, y = noise(n, d, seed + 20)
    result = run(X, y, n_features=k, seed=seed)
    training = training_rows(result, n)
    strength = [abs(correlation(column, y[training].tolist())) for column in X[training].T.tolist()]
    equal(result["selected"], sorted(sorted(range(d), key=lambda j: -strength[j])[:k]), what="selected")


@correctness
@each("seed", [0, 1, 2, 3])
def test_flipped_test_labels(seed):
    """Flipping every test label turns the accuracy a into 1 - a: nothing is fitted on test rows (seed {seed})"""
    X, y = noise(60, 30, seed + 40)
    before = run(X, y, seed=seed)
    rows = held_out(before, 60)
    flipped = y.copy()
    flipped[rows] = 1 - flipped[rows]
    after = run(X, flipped, seed=seed)
    accuracy = number(before["accuracy"], low=0.0, high=1.0, what="accuracy")
    close(after["accuracy"], 1 - accuracy, what="accuracy after flipping")


@correctness
@each(("offset", "units"), [(0.0, [1.0, 1.0]), (500.0, [1000.0, 0.001])])
def test_logistic_regression(offset, units):
    """Test rows clearly on one side of a logistic regression of the training rows are predicted so, a rare class too"""
    n, rng = 200, np.random.default_rng(17)
    along, across = rng.normal(size=(2, n))
    y = (across + 0.8 * rng.normal(size=n) > 1.2).astype(int)
    X = np.column_stack([along, 0.8 * along + 0.6 * across])
    options = {"test_size": 0.4, "n_features": 2}
    rows = held_out(run(X, y, **options), n)
    training = np.setdiff1d(np.arange(n), rows)
    mean, std = X[training].mean(axis=0), X[training].std(axis=0)
    points = 3 * rng.normal(size=(2000, 2))
    odds = [log_odds((X[training] - mean) / std, y[training], points, l2) for l2 in (1e-6, 0.01, 0.1)]
    clear = np.flatnonzero((np.min(odds, axis=0) > 0.4) | (np.max(odds, axis=0) < -0.4))[: len(rows)]  # whatever the penalty
    X[rows], y[rows] = mean + std * points[clear], odds[0][clear] > 0
    close(run(X * units + offset, y, **options)["accuracy"], 1.0, what="accuracy")


@correctness
def test_wrong_labels_cost_their_rows():
    """With classes far apart, k wrong labels among m test rows give the accuracy (m - k) / m"""
    X, y = signal(80, 10, 7, gap=40.0)
    rows = held_out(run(X, y, n_features=3), 80)
    for k in (0, 1, 4):
        labels = y.copy()
        labels[rows[:k]] = 1 - labels[rows[:k]]
        close(run(X, labels, n_features=3)["accuracy"], (len(rows) - k) / len(rows), what=f"accuracy with {k} wrong labels")


@numerics
@each("size", [1e6, -1e6], ids=["+1e6", "-1e6"])
def test_outlier_among_test_rows(size):
    """One mistyped test row moves the accuracy by at most that row"""
    X, y = signal(100, 20, 9)
    before = run(X, y, n_features=4)
    rows = held_out(before, 100)
    accuracy = number(before["accuracy"], low=0.0, high=1.0, what="accuracy")
    for row in rows[:3]:
        mistyped = X.copy()
        mistyped[row] += size
        after = number(run(mistyped, y, n_features=4)["accuracy"], low=0.0, high=1.0, what="accuracy")
        check(
            abs(after - accuracy) <= 1 / len(rows) + 1e-9,
            f"one of {len(rows)} test rows moved by {size:g}, and the accuracy went from {accuracy:.3f} to {after:.3f}",
            returned=after,
        )


@edge
def test_single_test_row():
    """A single test row is predicted as well as among others"""
    X, y = signal(40, 8, 10, columns=(1, 3), gap=40.0)
    for seed in range(6):
        close(run(X, y, test_size=0.025, n_features=2, seed=seed)["accuracy"], 1.0, what=f"accuracy with seed {seed}")


@correctness
def test_noise_scores_near_chance():
    """80 rows of noise, 500 columns, half held out: the mean accuracy of 20 runs lies near 0.5"""
    scores = [number(run(*noise(80, 500, seed + 100), test_size=0.5, seed=seed)["accuracy"], low=0.0, high=1.0) for seed in range(20)]
    mean = sum(scores) / 20
    check(abs(mean - 0.5) <= 0.11, f"the mean accuracy on noise is {mean:.3f}", returned=mean, expected=0.5)


@correctness
@each("seed", [0, 1, 2])
def test_signal_is_found(seed):
    """Columns with a real signal are selected, and the accuracy is above 0.9 (seed {seed})"""
    X, y = signal(200, 50, seed + 60, columns=(3, 17, 44))
    result = run(X, y, n_features=5, seed=seed)
    selected = array(result["selected"], shape=(5,), kind="i", what="selected")
    check({3, 17, 44} <= set(selected.tolist()), "columns 3, 17 and 44 hold the signal", returned=selected)
    number(result["accuracy"], low=0.9, high=1.0, what="accuracy")


@numerics
def test_columns_of_different_units():
    """Columns in thousandths and in millions count alike, and so do columns far from 0"""
    X, y = signal(120, 8, 11)
    plain = run(X, y, n_features=4)
    accuracy = number(plain["accuracy"], low=0.9, high=1.0, what="accuracy")
    units = 10.0 ** np.array([0, 6, -3, 3, 6, 0, -3, 6])
    result = run(X * units + 20 * units, y, n_features=4)
    equal(result["selected"], array(plain["selected"], shape=(4,), kind="i", what="selected"), what="selected")
    rows = held_out(result, 120)
    after = number(result["accuracy"], low=0.0, high=1.0, what="accuracy")
    moved = f"other units changed the accuracy from {accuracy:.3f} to {after:.3f}"
    check(abs(after - accuracy) <= 1 / len(rows) + 1e-9, moved, returned=after)


@correctness
def test_other_columns_have_no_say():
    """Columns that are not selected do not move the predictions"""
    X, y = noise(80, 20, 15)
    X[:, :6] += 1.2 * y[:, None]
    before = run(X, y, n_features=2)
    selected = array(before["selected"], shape=(2,), kind="i", what="selected").tolist()
    accuracy = number(before["accuracy"], low=0.0, high=1.0, what="accuracy")
    others = [j for j in range(20) if j not in selected]
    moved = X.copy()
    moved[np.ix_(held_out(before, 80), others)] *= -50
    close(run(moved, y, n_features=2)["accuracy"], accuracy, what="accuracy after other values in the other columns of the test rows")


@correctness
@each("seed", [0, 1, 2])
def test_classes_may_swap(seed):
    """Calling the classes 1 and 0 instead of 0 and 1 leaves the accuracy as it is (seed {seed})"""
    X, y = noise(120, 30, seed + 80)
    X[:, 4] += y
    before, after = run(X, y, n_features=3, seed=seed), run(X, 1 - y, n_features=3, seed=seed)
    rows = held_out(before, 120)
    first, second = (number(result["accuracy"], low=0.0, high=1.0, what="accuracy") for result in (before, after))
    check(abs(first - second) <= 1 / len(rows) + 1e-9, f"the accuracy is {first:.3f} one way and {second:.3f} the other", returned=second)


@edge
def test_one_and_all_features():
    """n_features = 1 and n_features = d both work"""
    X, y = signal(100, 6, 12, columns=(4,), gap=40.0)
    one, all_of_them = run(X, y, n_features=1), run(X, y, n_features=6)
    equal(one["selected"], [4], what="selected")
    equal(all_of_them["selected"], [0, 1, 2, 3, 4, 5], what="selected")
    close(one["accuracy"], 1.0, what="accuracy")
    close(all_of_them["accuracy"], 1.0, what="accuracy")


@numerics
def test_int8():
    """int8 columns give the same as the same numbers in float"""
    rng = np.random.default_rng(13)
    y = rng.integers(0, 2, size=90)
    X = rng.integers(-60, 60, size=(90, 14))
    X[:, 6] += 60 * y
    wide, narrow = run(X.astype(float), y, n_features=3), run(X.astype(np.int8), y.astype(np.int8), n_features=3)
    for key in ("train_mean", "train_std"):
        close(narrow[key], array(wide[key], shape=(14,), kind="f", what=key), what=key)
    equal(narrow["selected"], array(wide["selected"], shape=(3,), kind="i", what="selected"), what="selected")
    close(narrow["accuracy"], number(wide["accuracy"], low=0.0, high=1.0, what="accuracy"), what="accuracy")


@contract
@each(("n_features", "d"), [(0, 6), (-1, 6), (7, 6), (10, 4)])
def test_refuses_number_of_features(n_features, d):
    """n_features = {n_features} of {d} columns raises ValueError"""
    X, y = noise(40, d, 14)
    with raises(ValueError):
        evaluate(X, y, n_features=n_features)
