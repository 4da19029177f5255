"""Hidden tests for k-fold."""

import numpy as np
import solution
from solution import cross_val_score, k_fold_indices

from drillkit.testing import array, check, close, contract, correctness, each, edge, equal, raises, stretch, unpack

SIZES = [(10, 5), (7, 3), (11, 4), (5, 2), (23, 10), (4, 3)]


def folds(result, n, k):
    """The k pairs as sorted lists of train rows and lists of test rows, each checked to be row numbers."""
    out = []
    for pair in unpack(result, *(f"fold {i}" for i in range(k))):
        train, test = unpack(pair, "train", "test")
        train, test = array(train, shape=(None,), kind="i", what="train"), array(test, shape=(None,), kind="i", what="test")
        for what, rows in (("train", train), ("test", test)):
            check(bool(np.all((rows >= 0) & (rows < n))), f"{what} holds numbers that are no rows", returned=rows)
        out.append((sorted(train.tolist()), test.tolist()))
    return out


@correctness
def test_consecutive_parts():
    """Without shuffle the test parts are consecutive rows, in order"""
    for n, k in SIZES:
        tests = [test for _, test in folds(k_fold_indices(n, k), n, k)]
        equal(sum((sorted(test) for test in tests), []), list(range(n)), what=f"the test parts one after the other for n = {n}, k = {k}")


@correctness
@each("shuffle", [False, True])
def test_parts_are_disjoint_and_complete(shuffle):
    """Each row is in exactly one test part, shuffle={shuffle}"""
    for n, k in SIZES:
        tests = [test for _, test in folds(k_fold_indices(n, k, shuffle=shuffle, seed=3), n, k)]
        equal(sorted(sum(tests, [])), list(range(n)), what=f"all test rows for n = {n}, k = {k}, sorted")


@correctness
@each("shuffle", [False, True])
def test_sizes_differ_by_one_at_most(shuffle):
    """The sizes of the test parts differ by at most one, shuffle={shuffle}"""
    for n, k in [*SIZES, (19, 10), (59, 6)]:
        sizes = [len(test) for _, test in folds(k_fold_indices(n, k, shuffle=shuffle, seed=4), n, k)]
        equal(sorted(sizes), sorted(n // k + (i < n % k) for i in range(k)), what=f"the sizes for n = {n}, k = {k}, sorted")


@correctness
@each("shuffle", [False, True])
def test_train_is_the_rest(shuffle):
    """train holds every row that is not in test, once, shuffle={shuffle}"""
    for n, k in SIZES:
        for train, test in folds(k_fold_indices(n, k, shuffle=shuffle, seed=5), n, k):
            equal(train, sorted(set(range(n)) - set(test)), what=f"train for n = {n}, k = {k}, sorted")


@edge
@each("n", [2, 6])
def test_leave_one_out(n):
    """k = n = {n} leaves one row out at a time"""
    equal([test for _, test in folds(k_fold_indices(n, n), n, n)], [[i] for i in range(n)], what="the test parts")
    tests = [test for _, test in folds(k_fold_indices(n, n, shuffle=True, seed=1), n, n)]
    equal(sorted(sum(tests, [])), list(range(n)), what="the shuffled test rows, sorted")


@contract
def test_indices_are_integers():
    """The parts hold integers that can index, not booleans and not floats"""
    for train, test in (unpack(pair, "train", "test") for pair in unpack(k_fold_indices(6, 3), "fold 0", "fold 1", "fold 2")):
        array(train, shape=(4,), kind="i", what="train")
        array(test, shape=(2,), kind="i", what="test")


@correctness
def test_shuffled_parts():
    """With shuffle the test parts are not runs of consecutive rows"""
    tests = [sorted(test) for _, test in folds(k_fold_indices(60, 4, shuffle=True, seed=7), 60, 4)]
    runs = sum(test == list(range(test[0], test[0] + len(test))) for test in tests)
    check(runs == 0, "a shuffled test part is a run of consecutive rows", returned=tests)


@correctness
def test_shuffle_mixes_all_rows():
    """With shuffle any row can be in any fold, and any two rows can share one"""
    n, k, draws = 8, 2, 100
    where = np.zeros((n, k))
    pairs = np.zeros((n, n))
    for seed in range(draws):
        for i, (_, test) in enumerate(folds(k_fold_indices(n, k, shuffle=True, seed=seed), n, k)):
            where[test, i] += 1
            pairs[np.ix_(test, test)] += 1
    p, q = 1 / k, (n / k - 1) / (n - 1)
    off = np.abs(where - draws * p).max() / np.sqrt(draws * p * (1 - p))
    check(bool(off < 6), "over many seeds some row is in some fold too often or too rarely", returned=where)
    together = pairs[np.triu_indices(n, 1)]
    off = np.abs(together - draws * q).max() / np.sqrt(draws * q * (1 - q))
    check(bool(off < 6), "over many seeds some two rows share a fold too often or too rarely", returned=pairs)


@contract
@each("seed", [1, 2026])
def test_same_seed_same_folds(seed):
    """seed={seed} gives the same folds each time, another seed others"""
    first, second = (folds(k_fold_indices(40, 4, shuffle=True, seed=seed), 40, 4) for _ in range(2))
    check(first == second, "two calls with the same seed differ", returned=second, expected=first)
    other = folds(k_fold_indices(40, 4, shuffle=True, seed=seed + 1), 40, 4)
    check(first != other, "another seed gives the same folds", returned=other)


@contract
def test_seed_zero():
    """seed=0 is a seed like any other"""
    first, second = (folds(k_fold_indices(40, 4, shuffle=True, seed=0), 40, 4) for _ in range(2))
    check(first == second, "two calls with seed=0 differ", returned=second, expected=first)
    check(first != folds(k_fold_indices(40, 4), 40, 4), "seed=0 does not shuffle", returned=first)


@contract
def test_no_seed():
    """Without a seed each call shuffles anew"""
    first, second = (folds(k_fold_indices(60, 4, shuffle=True), 60, 4) for _ in range(2))
    check(first != second, "two calls without a seed give the same folds", returned=second)


@contract
def test_seed_without_shuffle():
    """A seed without shuffle changes nothing"""
    for seed in (0, 5):
        tests = [sorted(test) for _, test in folds(k_fold_indices(12, 3, seed=seed), 12, 3)]
        equal(tests, [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], what="the test parts")


@contract
@each("k", [1, 0, -2, 6, 20])
def test_refuses_k(k):
    """n = 5, k = {k} raises ValueError, and so do fewer rows than folds"""
    for n in (5, min(1, max(k - 1, 0))):
        for shuffle in (False, True):
            with raises(ValueError):
                k_fold_indices(n, k, shuffle=shuffle, seed=0)


def rows(n, d=2):
    """Row i is (i, i + 0.5, …), so that each row can be told."""
    return np.arange(n)[:, None] + np.arange(d) / 2


class Recorder:
    """A fit that notes what it is given, and with which training rows its predictors are asked what.

    The predictions are `answer(X_train, y_train, X)`.
    """

    def __init__(self, answer):
        self.answer, self.fits, self.asked = answer, [], []

    def __call__(self, X_train, y_train):
        self.fits.append((np.array(X_train), np.array(y_train)))

        def predict(X):
            self.asked.append((np.array(X_train), np.array(X)))
            return self.answer(X_train, y_train, np.asarray(X))

        return predict


def majority(X_train, y_train, X):
    values, counts = np.unique(y_train, return_counts=True)
    return np.full(len(X), values[np.argmax(counts)])


@correctness
def test_score_of_a_constant_guess():
    """Each score is the share of hits among the test rows, folds in order"""
    y = np.array([0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 1])
    scores = cross_val_score(Recorder(lambda X_train, y_train, X: np.zeros(len(X), dtype=int)), rows(12), y, 3)
    close(scores, [1.0, 0.5, 0.0])


@correctness
@each(("n", "k"), [(7, 3), (11, 4)])
def test_score_of_uneven_parts(n, k):
    """Each score is divided by the size of its own test part, n = {n}, k = {k}"""
    guess = Recorder(lambda X_train, y_train, X: np.ones(len(X), dtype=int))
    close(cross_val_score(guess, rows(n), np.ones(n, dtype=int), k), np.ones(k))


@correctness
def test_scores_by_hand():
    """Training labels decide, so each fold is scored by a model of the other folds"""
    y = np.array([1, 1, 1, 0, 0, 0, 0, 0])
    close(cross_val_score(Recorder(majority), rows(8), y, 2), [1 / 4, 0.0])
    close(cross_val_score(Recorder(majority), rows(8), y, k=4), [0.0, 1 / 2, 1.0, 1.0])
    first = Recorder(lambda X_train, y_train, X: (X[:, 0] >= X_train[:, 0].mean()).astype(int))
    close(cross_val_score(first, rows(6), np.array([0, 0, 1, 1, 1, 0]), k=3), [1.0, 1 / 2, 1 / 2])


@correctness
@each(("n", "k"), [(9, 3), (10, 4)])
def test_fit_sees_training_rows_only(n, k):
    """fit is called once for each fold, with its training rows and their labels, n = {n}, k = {k}"""
    X, y, fit = rows(n, 3), 100 + np.arange(n), Recorder(majority)
    array(cross_val_score(fit, X, y, k), shape=(k,), kind="f")
    equal(len(fit.fits), k, what="the number of calls of fit")
    seen = np.zeros(n, dtype=int)
    for X_train, y_train in fit.fits:
        X_train = array(X_train, shape=(None, 3), kind="f", what="X_train")
        train = X_train[:, 0].astype(int)
        equal(y_train, 100 + train, kind="n", what="y_train")
        close(X_train, X[train], what="X_train")
        check(len(set(train.tolist())) == len(train), "a row is in X_train twice", returned=X_train)
        seen[train] += 1
    equal(seen, np.full(n, k - 1), what="how often each row was trained on")


@correctness
@each(("n", "k"), [(9, 3), (10, 4)])
def test_predicts_test_rows_only(n, k):
    """Predictions are asked for the rows that fit did not see, n = {n}, k = {k}"""
    X, y, fit = rows(n, 3), np.arange(n) % 2, Recorder(majority)
    array(cross_val_score(fit, X, y, k), shape=(k,), kind="f")
    asked = np.concatenate([array(x, shape=(None, 3), kind="f", what="the rows to predict") for _, x in fit.asked])
    close(asked[np.argsort(asked[:, 0])], X, what="all rows to predict, sorted")
    for X_train, X_test in fit.asked:
        check(not set(X_train[:, 0].tolist()) & set(X_test[:, 0].tolist()), "a training row is predicted", returned=X_test)


class Nearest:
    """A model with `predict` that cannot be called."""

    def __init__(self, X_train, y_train):
        self.X_train, self.y_train = np.array(X_train), np.array(y_train)

    def predict(self, X):
        return self.y_train[np.argmin(np.abs(np.asarray(X)[:, :1] - self.X_train[:, 0]), axis=1)]


@contract
def test_object_with_predict():
    """fit may return an object with a method predict"""
    y = np.array([0, 0, 1, 1, 1, 0])
    close(cross_val_score(Nearest, rows(6), y, 3), [0.0, 1 / 2, 1 / 2])


@contract
def test_labels_of_any_type():
    """Labels may be strings, booleans, negative or fractions"""
    for labels in (["no", "perhaps"], [False, True], [-1, 1], [0.25, 0.75]):
        y = np.array(labels)[[0, 0, 1, 0, 0, 1]]
        close(cross_val_score(Recorder(majority), rows(6), y, 3), [1.0, 1 / 2, 1 / 2], what=f"the scores for labels {labels}")


@contract
def test_predictions_compared_as_they_are():
    """A guess is a hit only if it equals the label: "cats" is not "cat", 1.5 is not 1, 256 is not 0"""
    for labels, guess in ((["cat", "dog"], "cats"), ([1, 2], 1.5), ([256, 1], 0), ([True, False], 2)):
        constant = Recorder(lambda X_train, y_train, X, guess=guess: np.full(len(X), guess))
        close(cross_val_score(constant, rows(4), np.array(labels)[[0, 1, 0, 0]], 2), [0.0, 0.0], what=f"the scores of {guess!r} for labels {labels}")


@contract
def test_fit_is_called_by_position():
    """fit gets its two arguments by position, whatever it calls them"""

    def fit(features, targets, /):
        return lambda others: majority(features, targets, others)

    close(cross_val_score(fit, rows(6), np.array([1, 0, 1, 1, 0, 0]), 2), [1 / 3, 1 / 3])


@edge
def test_score_leave_one_out():
    """k = n scores each row by a model of all others"""
    y = np.array([1, 0, 1, 1, 1])
    close(cross_val_score(Recorder(majority), rows(5, 1), y, 5), [1.0, 0.0, 1.0, 1.0, 1.0])


@contract
@each(("n_X", "n_y", "k"), [(6, 5, 2), (5, 6, 2), (6, 1, 2), (6, 6, 1), (6, 6, 0), (6, 6, 7)])
def test_score_refuses(n_X, n_y, k):
    """{n_X} rows of X, {n_y} of y, k = {k}: ValueError"""
    with raises(ValueError):
        cross_val_score(lambda X_train, y_train: lambda X: np.zeros(len(X), dtype=int), rows(n_X), np.zeros(n_y, dtype=int), k)


@stretch
@correctness
@each("shuffle", [False, True])
def test_stratified(shuffle):
    """stratified_k_fold_indices spreads each class evenly, shuffle={shuffle}"""
    split = getattr(solution, "stratified_k_fold_indices", None)
    check(split is not None, "there is no function stratified_k_fold_indices")
    rng = np.random.default_rng(6)
    for counts, k in (([7, 5, 11], 4), ([20, 3], 3), ([2, 2, 2, 2], 2), ([9, 10, 10, 31], 5)):
        y = rng.permutation(np.repeat(["a", "b", "c", "d"][: len(counts)], counts))
        parts = folds(split(y, k, shuffle=shuffle, seed=8), len(y), k)
        equal(sorted(sum((test for _, test in parts), [])), list(range(len(y))), what="all test rows, sorted")
        for train, test in parts:
            equal(train, sorted(set(range(len(y))) - set(test)), what="train, sorted")
            for label, count in zip("abcd", counts, strict=False):
                share = sum(y[row] == label for row in test)
                check(share in (count // k, -(-count // k)), f"class {label} is not spread evenly", returned=test)


@stretch
@contract
def test_stratified_shuffle():
    """stratified_k_fold_indices gives the same folds each time, unless it shuffles: then the seed decides"""
    split = getattr(solution, "stratified_k_fold_indices", None)
    check(split is not None, "there is no function stratified_k_fold_indices")
    y = np.repeat(["a", "b"], [30, 20])[np.random.default_rng(9).permutation(50)]
    first, second = (folds(split(y, 5), 50, 5) for _ in range(2))
    check(first == second, "two calls without shuffle differ", returned=second, expected=first)
    first, second, other = (folds(split(y, 5, shuffle=True, seed=seed), 50, 5) for seed in (1, 1, 2))
    check(first == second, "two calls with the same seed differ", returned=second, expected=first)
    check(first != other, "another seed gives the same folds", returned=other)
