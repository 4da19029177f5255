"""Hidden tests for precision-recall-f1."""

import itertools
from fractions import Fraction

import numpy as np
from solution import precision_recall_f1

from drillkit.testing import (
    close,
    contract,
    correctness,
    each,
    edge,
    equal,
    flat_growth,
    no_warnings,
    number,
    raises,
    stretch,
    unpack,
    vectorised,
)

NAMES = ("precision", "recall", "f1")
AVERAGES = ("binary", "macro", "micro", "weighted")


def scores(actual, expected, what=""):
    """Three floats, compared one by one."""
    for name, value, wanted in zip(NAMES, unpack(actual, *NAMES), expected, strict=True):
        close(value, wanted, what=f"{name}{what}")


def expected_scores(y_true, y_pred, average, pos_label=1):
    """The three scores in exact fractions, counting one sample at a time."""
    truth, guess = y_true.tolist(), y_pred.tolist()
    classes = [pos_label] if average == "binary" else sorted({*truth, *guess})
    counts = []
    for label in classes:
        both = sum(1 for t, g in zip(truth, guess, strict=True) if t == label == g)
        counts.append((both, guess.count(label) - both, truth.count(label) - both))
    if average == "micro":
        counts = [tuple(map(sum, zip(*counts, strict=True)))]
    weights = [Fraction(tp + fn) if average == "weighted" else Fraction(1) for tp, fp, fn in counts]
    triples = [(_part(tp, tp + fp), _part(tp, tp + fn), _part(2 * tp, 2 * tp + fp + fn)) for tp, fp, fn in counts]
    return [float(sum(w * triple[i] for w, triple in zip(weights, triples, strict=True)) / sum(weights)) for i in range(3)]


def _part(numerator, denominator):
    return Fraction(numerator, denominator) if denominator else Fraction(0)


# Class 0: TP 4, true 5, predicted 8.  Class 1: TP 1, true 4, predicted 1.  Class 2: TP 1, true 1, predicted 1.
TRUE = np.array([0, 0, 0, 0, 0, 1, 1, 1, 1, 2])
PRED = np.array([0, 0, 0, 0, 0, 0, 0, 0, 1, 2])


@correctness
def test_binary():
    """By default the scores are those of label 1"""
    y_true = np.array([1, 1, 1, 1, 1, 0, 0])
    y_pred = np.array([1, 1, 1, 0, 0, 1, 0])
    scores(precision_recall_f1(y_true, y_pred), [3 / 4, 3 / 5, 6 / 9])
    y_true = np.array([0, 0, 0, 1, 1])
    y_pred = np.array([1, 1, 1, 1, 1])
    scores(precision_recall_f1(y_true, y_pred), [2 / 5, 1.0, 4 / 7])


@correctness
@each(("positive", "negative"), [(0, 1), (-1, 1), (7, 1), ("spam", "ham"), (True, False), (False, True)], ids=str)
def test_pos_label(positive, negative):
    """pos_label={positive!r} is the positive class"""
    y_true = np.array([positive, positive, positive, negative, negative, positive])
    y_pred = np.array([positive, negative, positive, positive, negative, negative])
    scores(precision_recall_f1(y_true, y_pred, pos_label=positive), [2 / 3, 2 / 4, 4 / 7])


@correctness
def test_binary_among_several_labels():
    """Every label but pos_label is negative, also among several"""
    y_true = np.array([1, 1, 2, 2, 3, 0])
    y_pred = np.array([1, 2, 3, 2, 1, 2])
    scores(precision_recall_f1(y_true, y_pred), [1 / 2, 1 / 2, 1 / 2])
    scores(precision_recall_f1(y_true, y_pred, pos_label=2), [1 / 3, 1 / 2, 2 / 5], what=" of label 2")


@correctness
def test_macro():
    """macro is the plain mean over the classes, of F1 as well"""
    y_true = np.array([0, 0, 0, 0, 0, 1, 1, 1, 1, 2])
    y_pred = np.array([0, 0, 0, 0, 1, 0, 0, 0, 1, 2])
    scores(precision_recall_f1(y_true, y_pred, average="macro"), [(4 / 7 + 1 / 2 + 1) / 3, (4 / 5 + 1 / 4 + 1) / 3, (8 / 12 + 2 / 6 + 1) / 3])


@correctness
def test_weighted():
    """weighted counts each class as often as it is true, for F1 as well"""
    y_true = np.array([0, 0, 0, 0, 0, 1, 1, 1, 1, 2])
    y_pred = np.array([0, 0, 0, 0, 1, 0, 0, 0, 1, 2])
    scores(precision_recall_f1(y_true, y_pred, average="weighted"), [(5 * 4 / 7 + 4 / 2 + 1) / 10, (4 + 1 + 1) / 10, (5 * 8 / 12 + 4 * 2 / 6 + 1) / 10])


@correctness
def test_micro():
    """micro pools the counts of all classes"""
    y_true = np.array([0, 0, 0, 0, 0, 1, 1, 1, 1, 2])
    y_pred = np.array([0, 0, 0, 0, 1, 0, 0, 0, 1, 2])
    scores(precision_recall_f1(y_true, y_pred, average="micro"), [0.6, 0.6, 0.6])


@correctness
@each("average", AVERAGES)
def test_random_labels(average):
    """Random labels, average={average!r}"""
    rng = np.random.default_rng(11)
    for n, c in ((3, 3), (40, 4), (500, 12)):
        y_true, y_pred = rng.integers(-1, c, size=n), rng.integers(0, c + 1, size=n)
        y_pred = np.where(rng.random(n) < 0.4, y_true, y_pred)
        scores(precision_recall_f1(y_true, y_pred, average=average), expected_scores(y_true, y_pred, average), what=f" for n = {n}")


@correctness
def test_many_samples():
    """Counts above 255 do not wrap around"""
    y_true, y_pred = np.arange(2000) % 3 % 2, np.arange(2000) % 5 % 2
    for average in AVERAGES:
        scores(precision_recall_f1(y_true, y_pred, average=average), expected_scores(y_true, y_pred, average), what=f" ({average})")


@correctness
def test_strings():
    """Labels may be strings of different lengths"""
    y_true = np.array(["ham", "spam", "spam", "ham", "ham"])
    y_pred = np.array(["ham", "spam", "spammer", "spam", "ham"])
    for average in AVERAGES:
        scores(precision_recall_f1(y_true, y_pred, average=average, pos_label="spam"), expected_scores(y_true, y_pred, average, "spam"), what=f" ({average})")


@correctness
def test_booleans():
    """Labels may be booleans"""
    y_true = np.array([True, True, True, False, False, False, False])
    y_pred = np.array([True, False, True, True, False, False, True])
    scores(precision_recall_f1(y_true, y_pred), [2 / 4, 2 / 3, 4 / 7], what=" (binary)")
    for average in AVERAGES[1:]:
        scores(precision_recall_f1(y_true, y_pred, average=average), expected_scores(y_true, y_pred, average), what=f" ({average})")


@correctness
@each("dtype", ["int8", "int64"])
def test_negative_and_narrow_labels(dtype):
    """Labels over the whole range of {dtype}"""
    rng = np.random.default_rng(4)
    labels = np.array([np.iinfo(dtype).min, 3, 100, np.iinfo(dtype).max], dtype=dtype)
    y_true, y_pred = rng.choice(labels, size=60), rng.choice(labels, size=60)
    for average in AVERAGES:
        scores(precision_recall_f1(y_true, y_pred, average=average, pos_label=100), expected_scores(y_true, y_pred, average, 100), what=f" ({average})")


@contract
def test_pos_label_plays_no_role():
    """pos_label plays no role in macro, micro and weighted"""
    for average in AVERAGES[1:]:
        for pos_label in (0, 2, 9):
            scores(precision_recall_f1(TRUE, PRED, average=average, pos_label=pos_label), expected_scores(TRUE, PRED, average), what=f" ({average})")


@edge
def test_class_only_predicted():
    """A class that is only predicted counts in macro, with 0, and weighs nothing in weighted"""
    y_true = np.array([0, 0, 0, 1])
    y_pred = np.array([0, 0, 2, 1])
    scores(precision_recall_f1(y_true, y_pred, average="macro"), [2 / 3, (2 / 3 + 1) / 3, (4 / 5 + 1) / 3], what=" (macro)")
    scores(precision_recall_f1(y_true, y_pred, average="weighted"), [1.0, 3 / 4, (3 * 4 / 5 + 1) / 4], what=" (weighted)")
    scores(precision_recall_f1(y_true, y_pred, average="micro"), [3 / 4, 3 / 4, 3 / 4], what=" (micro)")


@edge
def test_class_never_predicted():
    """A class that is never predicted has precision 0 and counts"""
    y_true = np.array([0, 0, 0, 1])
    y_pred = np.array([0, 0, 0, 0])
    scores(precision_recall_f1(y_true, y_pred, average="macro"), [3 / 8, 1 / 2, 6 / 14], what=" (macro)")
    scores(precision_recall_f1(y_true, y_pred, average="weighted"), [9 / 16, 3 / 4, 9 / 14], what=" (weighted)")
    y_true = np.array([0, 0, 1, 2])
    y_pred = np.array([0, 1, 1, 0])
    scores(precision_recall_f1(y_true, y_pred, average="macro"), [1 / 3, 1 / 2, 7 / 18], what=" (macro, three classes)")
    scores(precision_recall_f1(y_true, y_pred, average="weighted"), [3 / 8, 1 / 2, 5 / 12], what=" (weighted, three classes)")
    scores(precision_recall_f1(y_true, y_pred, average="micro"), [1 / 2, 1 / 2, 1 / 2], what=" (micro, three classes)")


@edge
def test_nothing_predicted_positive():
    """Nothing predicted positive: all three are 0.0"""
    scores(precision_recall_f1(np.array([1, 0, 1]), np.array([0, 0, 0])), [0.0, 0.0, 0.0])


@edge
def test_nothing_truly_positive():
    """Nothing truly positive: all three are 0.0"""
    scores(precision_recall_f1(np.array([0, 0, 0]), np.array([0, 1, 1])), [0.0, 0.0, 0.0])


@edge
def test_no_positive_at_all():
    """A pos_label that does not occur scores 0.0, and so do predictions that are all wrong"""
    scores(precision_recall_f1(np.array([0, 2, 0]), np.array([0, 2, 2])), [0.0, 0.0, 0.0], what=" of an absent label")
    for average in AVERAGES:
        scores(precision_recall_f1(np.array([1, 1, 0]), np.array([0, 0, 1]), average=average), [0.0, 0.0, 0.0], what=f" ({average})")


@edge
def test_perfect():
    """A perfect prediction scores exactly 1.0"""
    y, one = np.array([1, 1, 1, 0, 5, 5, 0]), np.array([1])
    for average in AVERAGES:
        scores(precision_recall_f1(y, y.copy(), average=average), [1.0, 1.0, 1.0], what=f" ({average})")
        for name, value in zip(NAMES, unpack(precision_recall_f1(one, one.copy(), average=average), *NAMES), strict=True):
            equal(number(value, what=name), 1.0, what=f"{name} of one sample ({average})")


@edge
def test_empty():
    """Empty input gives zeros for each average"""
    for average in AVERAGES:
        for empty, pos_label in ((np.array([], dtype=int), 1), (np.array([], dtype="<U4"), "spam")):
            scores(precision_recall_f1(empty, empty.copy(), average=average, pos_label=pos_label), [0.0, 0.0, 0.0], what=f" ({average})")


@contract
def test_no_warning():
    """Undefined ratios give no warning"""
    cases = (([1, 0, 1], [0, 0, 0]), ([0, 0, 0], [0, 1, 1]), ([2, 2], [3, 3]), ([], []))
    for average, (y_true, y_pred) in itertools.product(AVERAGES, cases):
        y_true, y_pred = np.array(y_true, dtype=int), np.array(y_pred, dtype=int)
        with no_warnings():
            result = precision_recall_f1(y_true, y_pred, average=average)
        for name, value in zip(NAMES, unpack(result, *NAMES), strict=True):
            number(value, low=0.0, high=1.0, what=name)


@contract
def test_different_shapes():
    """Shapes that differ raise ValueError, also where NumPy would broadcast"""
    y = np.array([1, 0, 1])
    for average, other in itertools.product(AVERAGES, (y[:, None], y[:2], y[:1], y[:0])):
        with raises(ValueError):
            precision_recall_f1(y, other, average=average)
        with raises(ValueError):
            precision_recall_f1(other, y, average=average)


@contract
def test_unknown_average():
    """Any other average raises ValueError"""
    for average in ("mean", "Macro", "", None):
        with raises(ValueError):
            precision_recall_f1(TRUE, PRED, average=average)


@vectorised
@each("average", AVERAGES)
def test_no_loop_over_samples(average):
    """The interpreter's work does not grow with the number of samples, average={average!r}"""
    samples = np.random.default_rng(8).integers(0, 4, size=(2, 1200))
    flat_growth(lambda n: precision_recall_f1(samples[0, :n], samples[1, :n], average=average), sizes=(200, 1200), what="samples")


@stretch
@vectorised
@each("average", AVERAGES[1:])
def test_no_loop_over_classes(average):
    """The interpreter's work does not grow with the number of classes either, average={average!r}"""
    samples = np.random.default_rng(9).integers(0, 10**6, size=(2, 4000))
    flat_growth(lambda c: precision_recall_f1(samples[0] % c, samples[1] % c, average=average), sizes=(50, 650), what="classes")
