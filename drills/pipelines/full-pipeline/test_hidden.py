"""Hidden tests for the full pipeline."""

import math

import numpy as np
from solution import evaluate, fit_logistic, impute_mean, one_hot, run_pipeline, split, standardize

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
    mapping,
    no_warnings,
    number,
    numerics,
    part,
    raises,
    unpack,
    vectorised,
)

NAN = math.nan
METRICS = "accuracy", "precision", "recall", "f1"


# --- 1 Split ---


def halves(result, n):
    """(train_index, test_index), checked for kind and order."""
    train, test = unpack(result, "train_index", "test_index")
    train = array(train, shape=(None,), kind="i", what="train_index")
    test = array(test, shape=(None,), kind="i", what="test_index")
    for name, rows in (("train_index", train), ("test_index", test)):
        check(len(rows) > 0, f"{name} is empty", returned=rows)
        check((np.diff(rows) > 0).all(), f"{name} is not ascending", returned=rows)
    equal(np.sort(np.concatenate([train, test])), np.arange(n), what="all rows of both parts")
    return train, test


@correctness
@part(1)
@each(
    ("n", "test_size"),
    [(20, 0.25), (100, 0.3), (37, 0.5), (7, 0.2), (2, 0.25), (2, 0.9), (3, 0.01), (10, 0.99), (11, 0.95), (50, 0.001)],
)
def test_split_covers_every_row_once(n, test_size):
    """Each row is in one part, both are ascending and not empty, the sizes are right: {n} rows at {test_size}"""
    _, test = halves(split(n, test_size), n)
    check(
        abs(len(test) - n * test_size) <= 1,
        "the number of test rows is more than one away from n * test_size",
        returned=len(test),
        expected=n * test_size,
    )


@contract
@part(1)
def test_split_is_drawn_by_the_seed():
    """The same seed gives the same split, another seed another; every row has its turn; the default is a quarter"""
    _, first = halves(split(40, seed=3), 40)
    check(9 <= len(first) <= 11, "by default a quarter of the rows is tested", returned=len(first), expected=10)
    equal(split(40, seed=3)[1], first, what="test_index of a second call")
    _, other = halves(split(40, seed=4), 40)
    check(first.tolist() != other.tolist(), "two seeds give the same split", returned=other)
    _, zero = halves(split(40, seed=0), 40)
    equal(split(40)[1], zero, what="test_index without a seed, which is seed 0")
    drawn = {row for seed in range(30) for row in halves(split(8, 0.5, seed), 8)[1].tolist()}
    check(drawn == set(range(8)), "some rows are never drawn for the test", returned=sorted(drawn))


@contract
@part(1)
def test_split_is_drawn_at_random():
    """Ten seeds give ten different splits, and the test rows are not one block"""
    drawn = [halves(split(40, 0.25, seed), 40)[1] for seed in range(10)]
    check(len({tuple(rows.tolist()) for rows in drawn}) == 10, "two of the seeds 0 to 9 give the same split", returned=drawn)
    check(any(int(rows[-1] - rows[0]) >= len(rows) for rows in drawn), "for each seed the test rows follow one another", returned=drawn)


@contract
@part(1)
@each("test_size", [0.0, 1.0, -0.25, 1.5, 5, NAN], ids=["0", "1", "negative", "1.5", "a count", "NaN"])
def test_split_refuses_other_sizes(test_size):
    """A test_size that is not between 0 and 1 raises ValueError"""
    with raises(ValueError):
        split(20, test_size)


# --- 2 Fill gaps ---


@correctness
@part(2)
def test_gaps_get_the_training_mean():
    """A gap gets the mean of its column's present training values, whatever rows X holds"""
    X_train = np.array([[1.0, NAN, -4.0], [NAN, 8.0, 0.0], [3.0, 2.0, NAN], [5.0, NAN, 1.0]])
    X = np.array([[NAN, 100.0, 7.0], [NAN, NAN, NAN], [-50.0, 1.0, NAN]])
    close(impute_mean(X_train, X), [[3.0, 100.0, 7.0], [3.0, 5.0, -1.0], [-50.0, 1.0, -1.0]], kind="f", what="new rows")
    close(impute_mean(X_train, X[1:2]), [[3.0, 5.0, -1.0]], kind="f", what="one new row")
    close(
        impute_mean(X_train, X_train),
        [[1.0, 5.0, -4.0], [3.0, 8.0, 0.0], [3.0, 2.0, -1.0], [5.0, 5.0, 1.0]],
        kind="f",
        what="the training rows themselves",
    )
    one_value = np.array([[NAN, 7.0], [-6.0, NAN], [NAN, NAN]])
    close(impute_mean(one_value, np.array([[NAN, NAN]])), [[-6.0, 7.0]], kind="f", what="columns with one training value")
    close(impute_mean(X_train[:1], np.array([[NAN, 3.0, NAN]])), [[1.0, 3.0, -4.0]], kind="f", what="a single training row")
    close(impute_mean(np.array([[1.0], [2.0]]), np.array([[NAN]])), [[1.5]], kind="f", what="a mean between whole numbers")
    close(impute_mean(np.array([[0.1], [NAN], [0.4], [0.7]]), np.array([[NAN]])), [[0.4]], kind="f", what="a mean of fractions")
    close(impute_mean(np.array([[100], [127], [127]], dtype=np.int8), np.array([[NAN], [2.0]])), [[118.0], [2.0]], what="integers in training")
    close(impute_mean(X_train, np.array([[1, 2, 3]])), [[1.0, 2.0, 3.0]], what="integers without a gap")


@edge
@part(2)
def test_column_without_any_training_value():
    """A column that is all missing in training is filled with 0, without a warning"""
    X_train = np.array([[NAN, 2.0], [NAN, 4.0]])
    with no_warnings():
        filled = impute_mean(X_train, np.array([[NAN, NAN], [9.0, 1.0]]))
    close(filled, [[0.0, 3.0], [9.0, 1.0]], what="new rows")
    with no_warnings():
        filled = impute_mean(X_train, X_train)
    close(filled, [[0.0, 2.0], [0.0, 4.0]], what="the training rows themselves")
    with no_warnings():
        filled = impute_mean(X_train[:1, :1], np.full((2, 1), NAN))
    close(filled, [[0.0], [0.0]], what="a single row and column")
    with no_warnings():
        filled = impute_mean(X_train, np.empty((0, 2)))
    array(filled, shape=(0, 2), what="no rows")


@vectorised
@part(2)
def test_impute_without_a_loop():
    """impute_mean: the interpreter's work does not grow with the rows"""
    rng = np.random.default_rng(0)

    def rows(n):
        return np.where(rng.random((n, 3)) < 0.3, NAN, rng.normal(size=(n, 3)))

    flat_growth(lambda n: impute_mean(rows(n), rows(n)), sizes=(100, 900))


# --- 3 Encode categories ---


def hot(result, expected, what=""):
    """Compare a one-hot block; integers and booleans will do."""
    expected = np.array(expected, dtype=float)
    close(array(result, shape=expected.shape, what=what).astype(float), expected, what=what)


@correctness
@part(3)
def test_one_hot_columns():
    """One column for each category of train, in sorted order"""
    train = np.array(["pear", "apple", "pear", "fig", "Kiwi"])  # sorted: Kiwi, apple, fig, pear
    values = np.array(["fig", "pear", "apple", "Kiwi", "fig", "pear"])
    hot(one_hot(train, values), [[0, 0, 1, 0], [0, 0, 0, 1], [0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])
    hot(one_hot(train, values[:2]), [[0, 0, 1, 0], [0, 0, 0, 1]], what="the block of two rows")
    hot(one_hot(train, train[:1]), [[0, 0, 0, 1]], what="the block of one row")
    hot(one_hot(np.array(["10", "9", "9"]), np.array(["9", "10"])), [[0, 1], [1, 0]], what="the block of numbers as strings")
    spelled = np.array(["", "a", "A", " a", "a "])  # five different strings; sorted: "", " a", "A", "a", "a "
    hot(one_hot(spelled, spelled), np.eye(5)[[0, 3, 2, 1, 4]], what="the block of strings that differ in case and spaces, one of them empty")
    hot(one_hot(np.array(["only", "only"]), np.array(["only", "only", "only"])), [[1], [1], [1]], what="the block of one category")


@edge
@part(3)
def test_unseen_categories():
    """A category that is not in train gives a row of zeros and no column"""
    train = np.array(["b", "d", "b"])
    hot(one_hot(train, np.array(["a", "b", "c", "d", "e", ""])), [[0, 0], [1, 0], [0, 0], [0, 1], [0, 0], [0, 0]])
    hot(one_hot(train, np.array(["brown", "d", "dd"])), [[0, 0], [0, 1], [0, 0]], what="the block of longer strings")
    hot(one_hot(train, np.array(["x", "y"])), [[0, 0], [0, 0]], what="the block of unseen categories only")
    hot(one_hot(np.array(["blue", "b"]), np.array(["b"])), [[1, 0]], what="the block of shorter strings")


@vectorised
@part(3)
def test_one_hot_without_a_loop():
    """one_hot: the interpreter's work does not grow with the rows"""
    rng = np.random.default_rng(0)
    flat_growth(lambda n: one_hot(rng.choice(["a", "b"], size=n), rng.choice(["b", "c", "a"], size=n)), sizes=(100, 900))


# --- 4 Scale ---


@correctness
@part(4)
def test_standardize_by_training_rows():
    """Each column is scaled by mean and standard deviation (ddof 0) of the training rows"""
    X_train = np.array([[0.0, -30.0], [2.0, 10.0], [4.0, 50.0], [2.0, 10.0]])  # means 2 and 10, variances 2 and 800
    root = math.sqrt(2.0)
    close(standardize(X_train, X_train), [[-root, -root], [0.0, 0.0], [root, root], [0.0, 0.0]], what="the training rows")
    close(standardize(X_train, np.array([[6.0, 10.0], [3.0, -70.0]])), [[2 * root, 0.0], [root / 2, -2 * root]], what="new rows")
    close(standardize(X_train, np.array([[3.0, 50.0]])), [[root / 2, root]], what="one new row")
    close(standardize(X_train.astype(np.int8), np.array([[6, 10]], dtype=np.int8)), [[2 * root, 0.0]], what="int8")
    far = 1e9 + X_train[:, :1]
    close(standardize(far, far), [[-root], [0.0], [root], [0.0]], what="a column near 1e9")
    close(standardize(X_train[[1, 3, 0, 2]], X_train[:1]), [[-root, -root]], what="columns whose first two entries are equal")
    X_train = np.random.default_rng(1).normal(size=(15, 4)) * [1.0, 1e-9, 1e5, 30.0]
    X = np.random.default_rng(2).normal(size=(6, 4)) * [1.0, 1e-9, 1e5, 30.0]
    expected = np.empty((6, 4))
    for j in range(4):
        mean = math.fsum(X_train[:, j]) / 15
        expected[:, j] = (X[:, j] - mean) / math.sqrt(math.fsum((X_train[:, j] - mean) ** 2) / 15)
    close(standardize(X_train, X), expected, what="random columns of other scales")


@edge
@part(4)
@each("constant", [4.0, 0.0, 0.1, 1e9 / 3], ids=["4", "0", "0.1", "1e9 / 3"])
def test_constant_columns(constant):
    """A column of equal training entries is centred and not divided: {constant:g}"""
    X_train = np.column_stack([np.full(10, constant), np.arange(10.0) % 2])
    scale = max(1.0, abs(constant))
    with no_warnings():
        result = standardize(X_train, X_train)
    close(result, np.column_stack([np.zeros(10), 2 * X_train[:, 1] - 1]), atol=1e-12 * scale, what="the training rows")
    with no_warnings():
        result = standardize(X_train, np.array([[constant + 2.0, 0.5], [constant - 0.5, 2.0]]))
    close(result, [[2.0, 0.0], [-0.5, 3.0]], atol=1e-12 * scale, what="new rows")
    with no_warnings():
        result = standardize(X_train[:1], np.array([[constant + 2.0, 5.0 + X_train[0, 1]]]))
    close(result, [[2.0, 5.0]], atol=1e-12 * scale, what="a new row after a single training row")


@vectorised
@part(4)
def test_standardize_without_a_loop():
    """standardize: the interpreter's work does not grow with the rows"""
    rng = np.random.default_rng(0)
    flat_growth(lambda n: standardize(rng.normal(size=(n, 3)), rng.normal(size=(n, 3))), sizes=(100, 900))


# --- 5 Fit ---


def sigmoid(z):
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def optimum(X, y, l2):
    """(weights, bias) at the minimum, by Newton's method with halved steps."""
    A = np.column_stack([np.asarray(X, dtype=float), np.ones(len(X))])
    penalty = np.append(np.full(X.shape[1], float(l2)), 0.0)
    theta = np.zeros(A.shape[1])

    def loss(theta):
        z = A @ theta
        return np.mean(np.logaddexp(0.0, z) - y * z) + 0.5 * np.sum(penalty * theta**2)

    for _ in range(50):
        p = sigmoid(A @ theta)
        gradient = A.T @ (p - y) / len(y) + penalty * theta
        if np.abs(gradient).max() < 1e-12:
            break
        step = np.linalg.solve((A.T * (p * (1 - p))) @ A / len(y) + np.diag(penalty + 1e-14), gradient)
        size = 1.0
        while loss(theta - size * step) > loss(theta) and size > 1e-6:
            size /= 2
        theta = theta - size * step
    return theta[:-1], theta[-1]


def fits(result, X, y, l2, what=""):
    """The learner's probabilities are those of the optimum."""
    weights, bias = unpack(result, "weights", "bias")
    weights = array(weights, shape=(X.shape[1],), kind="f", what="weights")
    bias = number(bias, what="bias")
    best_weights, best_bias = optimum(X, y, l2)
    close(sigmoid(X @ weights + bias), sigmoid(X @ best_weights + best_bias), rtol=0.0, atol=1e-3, what=f"the probabilities{what}")


def sample(seed, n, d, tilt=0.0):
    """Standardised columns and labels that lean on them."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, d))
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    y = (X.sum(axis=1) + rng.logistic(size=n) + tilt > 0).astype(int)
    y[:2] = 0, 1
    return X, y


@correctness
@part(5)
def test_probabilities_of_the_optimum():
    """The probabilities are those of the optimum, on standardised and on one-hot columns"""
    X, y = sample(1, 40, 3)
    fits(fit_logistic(X, y), X, y, 0.01, what=" of standardised columns")
    codes = np.random.default_rng(2).integers(0, 4, size=30)
    X = np.eye(4)[codes]
    y = (np.random.default_rng(3).random(30) < np.array([0.9, 0.1, 0.5, 0.7])[codes]).astype(int)
    fits(fit_logistic(X.astype(np.int8), y.astype(np.int8)), X, y, 0.01, what=" of one-hot columns")
    X, y = sample(4, 12, 1, tilt=0.5)
    fits(fit_logistic(X, y), X, y, 0.01, what=" of a single column")


@correctness
@part(5)
def test_bias_is_not_penalised():
    """The penalty leaves the bias alone: with rare positives the mean probability is their share"""
    X, y = sample(5, 60, 2, tilt=-4.0)
    fits(fit_logistic(X, y), X, y, 0.01)
    y = np.array([1] + [0] * 19)
    fits(fit_logistic(np.zeros((20, 1)), y), np.zeros((20, 1)), y, 0.01, what=" of a column of zeros")


@correctness
@part(5)
@each("l2", [1.0, 0.1, 0.0])
def test_strength_of_the_penalty(l2):
    """The penalty is l2/2 · ‖weights‖² beside the mean loss, not the sum: l2 = {l2}"""
    X, y = sample(6, 25, 2, tilt=1.0)
    fits(fit_logistic(X, y, l2=l2), X, y, l2, what=f" at l2 = {l2}")


@numerics
@part(5)
def test_large_columns():
    """Columns near 1e4 give finite results and no warning"""
    rng = np.random.default_rng(7)
    noise, rare = rng.normal(size=(30, 2)), (np.arange(30) % 3 == 0).astype(int)
    for what, X, y in (
        ("1e4", 1e4 + noise, rare),
        ("1e4, mostly ones", 1e4 + noise, 1 - rare),
        ("-1e4", noise - 1e4, rare),
        ("1e4 and -1e4", 1e4 * np.sign(noise) + noise, rare),
    ):
        with no_warnings():
            result = fit_logistic(X, y, n_iter=100)
        weights, bias = unpack(result, "weights", "bias")
        array(weights, shape=(2,), kind="f", finite=True, what=f"weights near {what}")
        number(bias, what=f"bias near {what}")


# --- 6 Evaluate ---


def scores(result, expected, what=""):
    result = mapping(result, *METRICS)
    for name, value in zip(METRICS, expected, strict=True):
        close(number(result[name], what=name + what), value, what=name + what)


def labels(tp, fp, fn, tn, dtype=int):
    """(y_true, y_pred) with these counts, mixed."""
    order = np.random.default_rng(0).permutation(tp + fp + fn + tn)
    y_true = np.repeat([1, 0, 1, 0], [tp, fp, fn, tn])[order]
    return y_true.astype(dtype), np.repeat([1, 1, 0, 0], [tp, fp, fn, tn])[order].astype(dtype)


@correctness
@part(6)
def test_four_metrics():
    """accuracy, precision, recall and f1 of class 1"""
    scores(evaluate(*labels(3, 1, 2, 4)), [0.7, 0.75, 0.6, 2 / 3])
    scores(evaluate(*labels(1, 6, 2, 11)), [0.6, 1 / 7, 1 / 3, 0.2], what=" of another table")
    scores(evaluate(*labels(2, 2, 2, 3)), [5 / 9, 0.5, 0.5, 0.5], what=" of a table with as many misses as hits")
    scores(evaluate(*labels(1, 0, 0, 0)), [1.0, 1.0, 1.0, 1.0], what=" of a single row")
    scores(evaluate(*labels(3, 1, 2, 4, float)), [0.7, 0.75, 0.6, 2 / 3], what=" of labels as floats")
    scores(evaluate(*labels(5, 0, 0, 3)), [1.0, 1.0, 1.0, 1.0], what=" of perfect predictions")
    scores(evaluate(*labels(300, 100, 200, 9, np.int8)), [309 / 609, 0.75, 0.6, 2 / 3], what=" of int8 labels")
    scores(evaluate(*labels(3, 1, 2, 4, np.uint8)), [0.7, 0.75, 0.6, 2 / 3], what=" of uint8 labels")


@edge
@part(6)
@each(
    ("counts", "accuracy", "precision", "recall"),
    [((0, 0, 3, 5), 0.625, 0.0, 0.0), ((0, 4, 0, 1), 0.2, 0.0, 0.0), ((0, 0, 0, 4), 1.0, 0.0, 0.0), ((0, 2, 3, 0), 0.0, 0.0, 0.0),
     ((0, 0, 0, 0), 0.0, 0.0, 0.0)],
    ids=["nothing predicted 1", "nothing is 1", "neither", "everything wrong", "no rows"],
)
def test_undefined_metrics(counts, accuracy, precision, recall):
    """A metric without a denominator is 0.0, without a warning"""
    with no_warnings():
        result = evaluate(*labels(*counts))
    scores(result, [accuracy, precision, recall, 0.0])


@contract
@part(6)
@each(
    ("first", "second"),
    [((3,), (4,)), ((4,), (1,)), ((4,), (4, 1)), ((1, 4), (4,)), ((0,), (3,))],
    ids=["3 and 4", "4 and 1", "(4,) and (4, 1)", "(1, 4) and (4,)", "0 and 3"],
)
def test_unequal_shapes(first, second):
    """Unequal shapes raise ValueError"""
    with raises(ValueError):
        evaluate(np.ones(first, dtype=int), np.ones(second, dtype=int))


@vectorised
@part(6)
def test_evaluate_without_a_loop():
    """evaluate: the interpreter's work does not grow with the rows"""
    rng = np.random.default_rng(0)
    flat_growth(lambda n: evaluate(rng.integers(0, 2, size=n), rng.integers(0, 2, size=n)), sizes=(100, 900))


# --- 7 The whole ---


def table(seed, n=40, p=3):
    """Numbers with gaps, two categorical columns, and labels that lean on both."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, p))
    X_cat = np.column_stack([rng.choice(["red", "blue", "green"], size=n), rng.choice(["no", "yes"], size=n)])
    y = (X.sum(axis=1) + 2.0 * (X_cat[:, 0] == "red") + rng.logistic(size=n) > 0.7).astype(int)
    X = X * np.array([1.0, 20.0, 0.1, 5.0])[:p] + np.array([0.0, -7.0, 3.0, 1.0])[:p]
    return np.where(rng.random((n, p)) < 0.25, NAN, X), X_cat, y


def outcome(result, n):
    """(result, test_index, y_prob), checked."""
    result = mapping(result, *METRICS, "test_index", "y_prob", "n_features")
    test = array(result["test_index"], shape=(None,), kind="i", what="test_index")
    check(0 < len(test) < n, "test_index must hold some rows and leave some", returned=test)
    check(len(set(test.tolist())) == len(test) and test.min() >= 0 and test.max() < n, "test_index must hold different row numbers", returned=test)
    y_prob = array(result["y_prob"], shape=(len(test),), kind="f", what="y_prob")
    check(y_prob.min() >= 0 and y_prob.max() <= 1, "y_prob must lie between 0 and 1", returned=y_prob)
    return result, test, y_prob


def by_hand(X_num, X_cat, y, test):
    """(y_prob, n_features) column by column, for the optimum of the fit."""
    train = np.setdiff1d(np.arange(len(y)), test)
    columns = []
    for column in X_num.T:
        known = [value for value in column[train].tolist() if not math.isnan(value)]
        column = np.where(np.isnan(column), sum(known) / len(known) if known else 0.0, column)
        spread = column[train].std() if len(set(column[train].tolist())) > 1 else 1.0
        columns.append((column - column[train].mean()) / spread)
    for column in X_cat.T:
        columns.extend((column == category).astype(float) for category in sorted(set(column[train].tolist())))
    design = np.stack(columns, axis=1)
    weights, bias = optimum(design[train], y[train], 0.01)
    return sigmoid(design[test] @ weights + bias), len(columns)


@correctness
@part(7)
@each(("seed", "n", "p", "q"), [(10, 40, 3, 2), (11, 30, 1, 1)])
def test_pipeline_probabilities(seed, n, p, q):
    """The probabilities of the test rows are right: {p} numeric and {q} categorical columns, {n} rows"""
    X_num, X_cat, y = table(seed, n, p)
    X_cat = X_cat[:, :q]
    _, test, y_prob = outcome(run_pipeline(X_num, X_cat, y), n)
    close(y_prob, by_hand(X_num, X_cat, y, test)[0], rtol=0.0, atol=5e-3, what="y_prob")


@correctness
@part(7)
def test_metrics_of_the_test_rows():
    """The four metrics are those of the test rows at threshold 0.5"""
    for seed in (12, 13):
        X_num, X_cat, y = table(seed, 36)
        result, test, y_prob = outcome(run_pipeline(X_num, X_cat, y, test_size=0.5), 36)
        real, said = y[test] == 1, y_prob >= 0.5
        tp, fp, fn = int((real & said).sum()), int((~real & said).sum()), int((real & ~said).sum())
        close(number(result["accuracy"], what="accuracy"), float((real == said).mean()), what="accuracy")
        close(number(result["precision"], what="precision"), tp / max(tp + fp, 1), what="precision")
        close(number(result["recall"], what="recall"), tp / max(tp + fn, 1), what="recall")
        close(number(result["f1"], what="f1"), 2 * tp / max(2 * tp + fp + fn, 1), what="f1")


@edge
@part(7)
def test_exactly_half():
    """A probability of exactly 0.5 predicts 1"""
    # Columns that say nothing and as many ones as zeros in training: each probability is 0.5, or very nearly.
    for n in (16, 17, 18):
        X_num, X_cat, y = np.zeros((n, 1)), np.full((n, 1), "a"), np.arange(n) % 2
        _, test, _ = outcome(run_pipeline(X_num, X_cat, y), n)
        train = np.setdiff1d(np.arange(n), test)
        y[test], y[train] = 1, np.arange(len(train)) % 2
        result, test, y_prob = outcome(run_pipeline(X_num, X_cat, y), n)
        recall = float(np.mean(y_prob >= 0.5))
        close(number(result["recall"], what="recall"), recall, what=f"recall of {len(test)} test rows, all of class 1")


@contract
@part(7)
def test_test_row_moves_no_other():
    """A test row of ±1000 with a new category changes no other row's probability and not n_features"""
    X_num, X_cat, y = table(14)
    result, test, y_prob = outcome(run_pipeline(X_num, X_cat, y), 40)
    for sign, category in ((1.0, "a new category"), (-1.0, "zebra")):
        row = test[len(test) // 2]
        moved_num, moved_cat = X_num.copy(), X_cat.astype("U20")
        moved_num[row], moved_cat[row] = sign * 1000.0, category
        again, test_again, y_again = outcome(run_pipeline(moved_num, moved_cat, y), 40)
        equal(test_again, test, what="test_index after the change")
        others = test != row
        close(y_again[others], y_prob[others], rtol=0.0, atol=1e-9, what=f"y_prob of the other rows beside one of {sign * 1000:g}")
        equal(again["n_features"], result["n_features"], what="n_features after the change")


@contract
@part(7)
def test_labels_of_test_rows_teach_nothing():
    """Flipping the labels of the test rows leaves the probabilities as they are"""
    X_num, X_cat, y = table(15)
    _, test, y_prob = outcome(run_pipeline(X_num, X_cat, y), 40)
    flipped = y.copy()
    flipped[test] = 1 - flipped[test]
    _, test_again, y_again = outcome(run_pipeline(X_num, X_cat, flipped), 40)
    equal(test_again, test, what="test_index after the flip")
    close(y_again, y_prob, rtol=0.0, atol=1e-9, what="y_prob after the flip")


@contract
@part(7)
def test_number_of_features():
    """n_features counts the numeric columns and the categories seen in training, not those of the test rows"""
    X_num, X_cat, y = table(16, 30, 2)
    result, test, _ = outcome(run_pipeline(X_num, X_cat, y), 30)
    equal(result["n_features"], 2 + 3 + 2, what="n_features")
    X_cat = X_cat.astype("U20")
    X_cat[test[0]], X_cat[test[-1]] = "only here", "and here"
    result, test_again, y_prob = outcome(run_pipeline(X_num, X_cat, y), 30)
    equal(test_again, test, what="test_index of a second call")
    expected, n_features = by_hand(X_num, X_cat, y, test)
    equal(result["n_features"], n_features, what="n_features with categories of test rows only")
    close(y_prob, expected, rtol=0.0, atol=5e-3, what="y_prob with categories of test rows only")


@edge
@part(7)
def test_pipeline_with_an_empty_column():
    """A numeric column without any value in training, or with a single value again and again, leaves everything finite, without a warning"""
    X_num, X_cat, y = table(17, 30)
    with no_warnings():
        result = run_pipeline(X_num, X_cat, y)
    _, test, _ = outcome(result, 30)
    train = np.setdiff1d(np.arange(30), test)
    X_num[train, 1] = NAN
    X_num[:, 2] = np.where(np.isnan(X_num[:, 2]), NAN, 4.0)
    with no_warnings():
        result = run_pipeline(X_num, X_cat, y)
    result, _, y_prob = outcome(result, 30)
    expected, n_features = by_hand(X_num, X_cat, y, test)
    close(y_prob, expected, rtol=0.0, atol=5e-3, what="y_prob")
    equal(result["n_features"], n_features, what="n_features")


@contract
@part(7)
def test_pipeline_splits_as_asked():
    """test_size and seed reach the split and have the same defaults as there"""
    X_num, X_cat, y = table(18)
    _, test, first = outcome(run_pipeline(X_num, X_cat, y), 40)
    _, again, second = outcome(run_pipeline(X_num, X_cat, y, test_size=0.25, seed=0), 40)
    equal(again, test, what="test_index with the defaults written out")
    close(second, first, what="y_prob with the defaults written out")
    _, test, _ = outcome(run_pipeline(X_num, X_cat, y, test_size=0.4, seed=5), 40)
    check(15 <= len(test) <= 17, "at test_size 0.4 sixteen of 40 rows are tested", returned=len(test), expected=16)
    _, other, _ = outcome(run_pipeline(X_num, X_cat, y, test_size=0.4, seed=6), 40)
    check(sorted(other.tolist()) != sorted(test.tolist()), "two seeds give the same test rows", returned=other)
