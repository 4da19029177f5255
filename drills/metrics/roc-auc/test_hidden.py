"""Hidden tests for roc-auc."""

from fractions import Fraction

import numpy as np
from solution import roc_auc_score, roc_curve

from drillkit.testing import (
    close,
    contract,
    correctness,
    each,
    edge,
    flat_growth,
    memory,
    numerics,
    peak_memory,
    raises,
    unpack,
    vectorised,
)

NAMES = ("fpr", "tpr", "thresholds")
INF = float("inf")


def curve(actual, expected):
    """The three arrays, compared one by one; whole-number thresholds may be integers in a list."""
    for name, values, wanted in zip(NAMES, unpack(actual, *NAMES), expected, strict=True):
        close(values, np.array(wanted, dtype=float), kind="n", what=name)


def expected_curve(y_true, y_score):
    """The points one threshold at a time."""
    pairs = [(bool(label), float(score)) for label, score in zip(y_true, y_score, strict=True)]
    positives = sum(label for label, _ in pairs)
    fpr, tpr, cuts = [0.0], [0.0], [INF]
    for cut in sorted({score for _, score in pairs}, reverse=True):
        tp = sum(label for label, score in pairs if score >= cut)
        fp = sum(not label for label, score in pairs if score >= cut)
        fpr, tpr, cuts = [*fpr, fp / (len(pairs) - positives)], [*tpr, tp / positives], [*cuts, cut]
    return fpr, tpr, cuts


def expected_auc(y_true, y_score):
    """Wins and half the ties among all pairs."""
    high = [score for label, score in zip(y_true.tolist(), y_score.tolist(), strict=True) if label]
    low = [score for label, score in zip(y_true.tolist(), y_score.tolist(), strict=True) if not label]
    twice = sum(2 * (a > b) + (a == b) for a in high for b in low)
    return float(Fraction(twice, 2 * len(high) * len(low)))


def rows(n, levels, seed=0):
    """Random labels of both classes, and scores with `levels` different values (0: all different)."""
    rng = np.random.default_rng(seed + n)
    y_true = (rng.random(n) < 0.4).astype(int)
    y_true[:2] = [1, 0]
    y_score = rng.normal(size=n) + 0.8 * y_true
    return y_true, np.round(y_score * levels / 4) / 8 if levels else y_score


@correctness
def test_curve_by_hand():
    """fpr and tpr at each score, from the highest to the lowest"""
    y_true = np.array([0, 1, 0, 1, 0, 0, 1])
    y_score = np.array([1.0, 4.0, 3.0, 2.0, -1.0, -2.0, 0.5])
    fpr = [0, 0, 1 / 4, 1 / 4, 2 / 4, 2 / 4, 3 / 4, 1]
    tpr = [0, 1 / 3, 1 / 3, 2 / 3, 2 / 3, 1, 1, 1]
    curve(roc_curve(y_true, y_score), (fpr, tpr, [INF, 4.0, 3.0, 2.0, 1.0, 0.5, -1.0, -2.0]))


@correctness
def test_starts_at_zero():
    """The first point is (0, 0) with threshold inf"""
    for y_true in (np.array([1, 0]), np.array([0, 1])):
        fpr, tpr = ([0, 0, 1], [0, 1, 1]) if y_true[0] else ([0, 1, 1], [0, 0, 1])
        curve(roc_curve(y_true, np.array([0.8, 0.3])), (fpr, tpr, [INF, 0.8, 0.3]))


@correctness
def test_one_point_for_each_score():
    """Tied rows move together, and no point is left out"""
    y_true = np.array([1, 1, 0, 1, 0, 0, 1, 0])
    y_score = np.array([3.0, 3.0, 3.0, 2.0, 2.0, 1.0, 1.0, 0.0])
    curve(roc_curve(y_true, y_score), ([0, 1 / 4, 2 / 4, 3 / 4, 1], [0, 2 / 4, 3 / 4, 1, 1], [INF, 3.0, 2.0, 1.0, 0.0]))
    y_true = np.array([1, 1, 1, 0, 0, 0])
    y_score = np.array([6.0, 5.0, 4.0, 3.0, 2.0, 1.0])
    curve(roc_curve(y_true, y_score), ([0, 0, 0, 0, 1 / 3, 2 / 3, 1], [0, 1 / 3, 2 / 3, 1, 1, 1, 1], [INF, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0]))


@correctness
@each(("n", "levels"), [(6, 3), (80, 0), (150, 10)])
def test_random_curves(n, levels):
    """The curve of {n} random rows"""
    y_true, y_score = rows(n, levels)
    curve(roc_curve(y_true, y_score), expected_curve(y_true, y_score))


@correctness
def test_auc_by_hand():
    """The area is the share of pairs in the right order"""
    close(roc_auc_score(np.array([1, 0, 1, 0, 0]), np.array([5.0, 4.0, 3.0, 2.0, 1.0])), 5 / 6)
    close(roc_auc_score(np.array([0, 0, 1]), np.array([-3.0, -2.0, -1.0])), 1.0)


@correctness
def test_tie_is_half():
    """A tied pair counts half"""
    close(roc_auc_score(np.array([1, 0, 1, 0]), np.array([2.0, 2.0, 3.0, 1.0])), 3.5 / 4)
    close(roc_auc_score(np.array([0, 1, 0, 1, 1]), np.array([1.0, 1.0, 0.0, 2.0, 0.0])), 4.0 / 6)
    close(roc_auc_score(np.array([0, 0, 1, 1, 0, 1]), np.array([1.0, 1.0, 1.0, 1.0, 2.0, 3.0])), 5.0 / 9)


@edge
def test_all_tied():
    """Equal scores throughout: one step from (0, 0) to (1, 1), area 0.5"""
    y_true = np.array([1, 0, 0, 1, 0])
    curve(roc_curve(y_true, np.full(5, 0.25)), ([0, 1], [0, 1], [INF, 0.25]))
    close(roc_auc_score(y_true, np.full(5, 0.25)), 0.5)
    close(roc_auc_score(y_true, np.zeros(5)), 0.5)


@correctness
def test_worse_than_chance():
    """An area below 0.5 is returned as it is"""
    close(roc_auc_score(np.array([0, 1, 0, 1]), np.array([4.0, 3.0, 2.0, 1.0])), 0.25)
    close(roc_auc_score(np.array([0, 0, 1]), np.array([0.9, 0.8, 0.1])), 0.0)


@correctness
@each(("n", "levels"), [(5, 2), (60, 0), (200, 10)])
def test_random_auc(n, levels):
    """The area for {n} random rows"""
    for seed in (100, 200):
        y_true, y_score = rows(n, levels, seed)
        close(roc_auc_score(y_true, y_score), expected_auc(y_true, y_score))


@correctness
def test_order_of_rows():
    """The order of the rows does not matter, within ties either"""
    y_true, y_score = rows(40, 6)
    by_label = np.argsort(y_true, kind="stable")
    for order in (by_label, by_label[::-1]):
        curve(roc_curve(y_true[order], y_score[order]), expected_curve(y_true, y_score))
        close(roc_auc_score(y_true[order], y_score[order]), expected_auc(y_true, y_score))


@edge
def test_two_rows():
    """Two rows are enough"""
    for y_true, area in (([1, 0], 1.0), ([0, 1], 0.0)):
        close(roc_auc_score(np.array(y_true), np.array([0.7, 0.2])), area)
    curve(roc_curve(np.array([0, 1]), np.array([0.2, 0.2])), ([0, 1], [0, 1], [INF, 0.2]))


@contract
@each("dtype", ["bool", "uint8", "float64"])
def test_boolean_labels(dtype):
    """Labels of type {dtype}"""
    y_true, y_score = rows(30, 5)
    curve(roc_curve(y_true.astype(dtype), y_score), expected_curve(y_true, y_score))
    close(roc_auc_score(y_true.astype(dtype), y_score), expected_auc(y_true, y_score))


@numerics
def test_many_pairs():
    """100,000 rows: the number of pairs does not fit in 32 bits"""
    y_true, half = np.arange(100_000) % 2, 50_000
    close(roc_auc_score(y_true, np.arange(100_000.0)), (half + 1) / (2 * half))


@numerics
@each("scale", [1e-12, 100.0, 1e200], ids=str)
def test_scores_of_any_size(scale):
    """Scores need not be probabilities, and close ones are not tied (times {scale})"""
    y_true = np.array([1, 0, 1, 1, 0, 0, 1])
    y_score = scale * np.array([3.0, 2.5, 0.25, 0.125, 0.0, -0.25, -7.0])
    fpr, tpr = [0, 0, 1 / 3, 1 / 3, 1 / 3, 2 / 3, 1, 1], [0, 1 / 4, 1 / 4, 2 / 4, 3 / 4, 3 / 4, 3 / 4, 1]
    got = unpack(roc_curve(y_true, y_score), *NAMES)
    close(got[0], fpr, what="fpr")
    close(got[1], tpr, what="tpr")
    close(got[2], np.append(INF, y_score), rtol=1e-9, atol=0.0, what="thresholds")
    close(roc_auc_score(y_true, y_score), 7 / 12)


@numerics
@each("dtype", ["int8", "uint8", "int32"])
def test_integer_scores(dtype):
    """Scores over the whole range of {dtype}"""
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    y_true = np.array([0, 1, 1, 0, 1, 0, 0])
    y_score = np.array([low, low, high, 3, 100, 100, high - 1], dtype=dtype)
    curve(roc_curve(y_true, y_score), expected_curve(y_true, y_score))
    close(roc_auc_score(y_true, y_score), expected_auc(y_true, y_score))


def one_class():
    for labels in ([1, 1, 1], [0, 0, 0], [True, True], [False, False], [1], [0]):
        yield np.array(labels), np.linspace(0.1, 0.9, len(labels))
    yield np.array([], dtype=int), np.array([])


@contract
def test_one_class_curve():
    """roc_curve of one class, or of none, raises ValueError"""
    for y_true, y_score in one_class():
        with raises(ValueError):
            roc_curve(y_true, y_score)


@contract
def test_one_class_auc():
    """roc_auc_score of one class, or of none, raises ValueError"""
    for y_true, y_score in one_class():
        with raises(ValueError):
            roc_auc_score(y_true, y_score)


@contract
@each("function", [roc_curve, roc_auc_score], ids=["roc_curve", "roc_auc_score"])
def test_different_lengths(function):
    """Different lengths raise ValueError"""
    y_true, y_score = np.array([1, 0, 1, 0, 1]), np.array([0.9, 0.8, 0.3, 0.2, 0.1])
    for n_true, n_score in ((4, 5), (5, 4), (5, 1), (5, 0)):
        with raises(ValueError):
            function(y_true[:n_true], y_score[:n_score])


@vectorised
@each("levels", [0, 10], ids=["all different", "with ties"])
def test_no_loop_over_rows(levels):
    """The interpreter's work does not grow with the number of rows"""
    y_true, y_score = rows(1300, levels)
    flat_growth(lambda n: roc_curve(y_true[:n], y_score[:n]), sizes=(300, 1300), what="rows")
    flat_growth(lambda n: roc_auc_score(y_true[:n], y_score[:n]), sizes=(300, 1300), what="rows")


@memory
def test_memory():
    """Memory grows in proportion to the number of rows, not of pairs"""
    n = 6000
    y_true, y_score = rows(n, 0)
    peak_memory(lambda: roc_curve(y_true, y_score), limit=400 * n + 65536, what="50 floats a row")
    peak_memory(lambda: roc_auc_score(y_true, y_score), limit=400 * n + 65536, what="50 floats a row")
