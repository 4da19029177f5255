"""Hidden tests for confusion-matrix."""

from collections import Counter
from fractions import Fraction

import numpy as np
from solution import compute_metrics, confusion_matrix

from drillkit.testing import (
    array,
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
    raises,
    vectorised,
)

NAMES = ("accuracy", "precision", "recall", "f1")


def counts(actual, expected, what=""):
    """Equal as numbers; that they must be integers is judged by a test of its own."""
    equal(actual, np.asarray(expected), kind="n", what=what)


def expected_counts(y_true, y_pred, labels=None):
    """The matrix by counting pairs one at a time."""
    pairs = list(zip(y_true.tolist(), y_pred.tolist(), strict=True))
    classes = sorted({label for pair in pairs for label in pair}) if labels is None else labels.tolist()
    found = Counter(pairs)
    return np.array([[found[row, column] for column in classes] for row in classes])


def score(cm, name):
    """One entry of what compute_metrics returns."""
    return number(mapping(compute_metrics(cm), *NAMES)[name], what=name)


def expected_scores(cm):
    """The four scores in exact fractions."""
    c, cells = len(cm), cm.tolist()
    columns = [sum(row[j] for row in cells) for j in range(c)]
    precisions = [_part(cells[i][i], columns[i]) for i in range(c)]
    recalls = [_part(cells[i][i], sum(cells[i])) for i in range(c)]
    f1s = [_part(2 * p * r, p + r) for p, r in zip(precisions, recalls, strict=True)]
    accuracy = _part(sum(cells[i][i] for i in range(c)), sum(columns))
    return {"accuracy": float(accuracy)} | {
        name: float(sum(each) / c) for name, each in zip(NAMES[1:], (precisions, recalls, f1s), strict=True)
    }


def _part(numerator, denominator):
    return Fraction(numerator) / Fraction(denominator) if denominator else Fraction(0)


@correctness
def test_rows_are_true_labels():
    """Rows are true labels, columns are predicted ones"""
    y_true = np.array([0, 0, 0, 1, 1, 2])
    y_pred = np.array([0, 1, 2, 1, 2, 2])
    counts(confusion_matrix(y_true, y_pred), [[1, 1, 1], [0, 1, 1], [0, 0, 1]])


@correctness
def test_repeats_are_counted():
    """A pair that occurs several times is counted each time"""
    y_true = np.array([0, 0, 0, 0, 1, 1, 1, 1])
    y_pred = np.array([1, 1, 1, 0, 1, 1, 0, 0])
    counts(confusion_matrix(y_true, y_pred), [[1, 3], [2, 2]])


@correctness
def test_labels_are_sorted():
    """Negative labels and labels with gaps are sorted as numbers"""
    y_true = np.array([10, -3, 9, 10, -20, 9])
    y_pred = np.array([10, 9, 9, -3, -20, 10])
    counts(confusion_matrix(y_true, y_pred), [[1, 0, 0, 0], [0, 0, 1, 0], [0, 0, 1, 1], [0, 1, 0, 1]])


@correctness
def test_label_only_predicted():
    """A label that occurs only in y_pred has its row and column"""
    counts(confusion_matrix(np.array([0, 0, 2]), np.array([0, 1, 2])), [[1, 1, 0], [0, 0, 0], [0, 0, 1]])


@correctness
def test_label_only_true():
    """A label that occurs only in y_true has its row and column"""
    counts(confusion_matrix(np.array([0, 1, 2]), np.array([0, 0, 2])), [[1, 0, 0], [1, 0, 0], [0, 0, 1]])


@correctness
def test_string_labels():
    """Labels may be strings"""
    y_true = np.array(["spam", "ham", "spam", "eggs", "ham"])
    y_pred = np.array(["spam", "ham", "ham", "sausages", "ham"])
    counts(confusion_matrix(y_true, y_pred), [[0, 0, 1, 0], [0, 2, 0, 0], [0, 0, 0, 0], [0, 1, 0, 1]], what="the matrix without labels")
    labels = np.array(["spam", "sausages", "ham", "eggs"])
    counts(
        confusion_matrix(y_true, y_pred, labels=labels),
        [[1, 0, 1, 0], [0, 0, 0, 0], [0, 0, 2, 0], [0, 1, 0, 0]],
        what="the matrix with labels",
    )


@correctness
def test_labels_of_different_width():
    """y_true and y_pred may be strings of different lengths, or integers of different widths"""
    y_true, y_pred = np.array(["a", "b", "a", "b"]), np.array(["a", "b", "abc", "abc"])
    counts(confusion_matrix(y_true, y_pred), [[1, 1, 0], [0, 0, 0], [0, 1, 1]], what="the matrix for short true labels")
    counts(confusion_matrix(y_pred, y_true), [[1, 0, 0], [1, 0, 1], [0, 0, 1]], what="the matrix for short predicted labels")
    y_true, y_pred = np.array([44, 7, 44, 7], dtype=np.int8), np.array([44, 7, 300, 300], dtype=np.int64)
    counts(confusion_matrix(y_true, y_pred), [[1, 0, 1], [0, 1, 1], [0, 0, 0]], what="the matrix for int8 and int64")


@correctness
def test_given_labels_set_the_order():
    """`labels` sets the order of rows and columns, sorted or not"""
    y_true = np.array([1, 1, 2, 7, 7, 7])
    y_pred = np.array([1, 2, 2, 1, 7, 7])
    counts(confusion_matrix(y_true, y_pred, labels=np.array([7, 1, 2])), [[2, 1, 0], [0, 1, 1], [0, 0, 1]])
    counts(
        confusion_matrix(y_true, y_pred, np.array([2, 7, 1])),
        [[1, 0, 0], [0, 2, 1], [1, 0, 1]],
        what="the matrix for labels given by position",
    )


@correctness
def test_given_label_that_never_occurs():
    """A class of `labels` that never occurs has a row and a column of zeros"""
    y_true, y_pred = np.array([4, 4, 6]), np.array([4, 6, 6])
    counts(confusion_matrix(y_true, y_pred, labels=np.array([4, 5, 6, 9])), [[1, 0, 1, 0], [0, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]])


@correctness
@each(("n", "c"), [(7, 2), (40, 3), (300, 12), (900, 1)])
def test_random_labels(n, c):
    """Random labels, n = {n}, c = {c}"""
    rng = np.random.default_rng(n)
    pool = rng.choice(np.arange(-50, 50), size=c, replace=False)
    y_true, y_pred = rng.choice(pool, size=n), rng.choice(pool, size=n)
    counts(confusion_matrix(y_true, y_pred), expected_counts(y_true, y_pred))


@correctness
@each(("n", "c"), [(5, 4), (60, 3), (400, 9), (900, 300)])
def test_random_given_labels(n, c):
    """Random labels, n = {n}, with c = {c} labels given in random order"""
    rng = np.random.default_rng(1000 + n)
    labels = rng.choice(np.arange(-200, 200), size=c, replace=False)
    y_true, y_pred = rng.choice(labels, size=n), rng.choice(labels[1:], size=n)
    counts(confusion_matrix(y_true, y_pred, labels=labels), expected_counts(y_true, y_pred, labels))


@edge
def test_one_sample():
    """A single sample gives a single count"""
    counts(confusion_matrix(np.array([5]), np.array([-2])), [[0, 0], [1, 0]])
    counts(confusion_matrix(np.array([5]), np.array([5]), labels=np.array([8, 5])), [[0, 0], [0, 1]], what="the matrix with labels")


@edge
def test_one_class():
    """One class gives a matrix of shape (1, 1)"""
    counts(confusion_matrix(np.array([3, 3, 3, 3]), np.array([3, 3, 3, 3])), [[4]])


@edge
def test_empty_input():
    """Empty input with labels gives zeros"""
    empty = np.array([], dtype=int)
    counts(confusion_matrix(empty, empty, labels=np.array([2, 0, 1])), np.zeros((3, 3), dtype=int))
    empty = np.array([], dtype="<U4")
    counts(confusion_matrix(empty, empty, labels=np.array(["no", "yes"])), np.zeros((2, 2), dtype=int), what="the matrix for strings")


@numerics
@each(
    ("dtype", "label_values"),
    [("int8", [-128, -100, 0, 100, 127]), ("uint8", [0, 3, 200, 255]), ("int32", [-(2**31), 0, 2**31 - 1])],
    ids=["int8", "uint8", "int32"],
)
def test_narrow_labels(dtype, label_values):
    """{dtype} labels over the whole range of the type"""
    rng = np.random.default_rng(5)
    labels = np.array(label_values, dtype=dtype)
    y_true, y_pred = np.tile(labels, 8), rng.permutation(np.tile(labels, 8))
    counts(confusion_matrix(y_true, y_pred), expected_counts(y_true, y_pred), what="the matrix without labels")
    labels = labels[::-1].copy()
    counts(confusion_matrix(y_true, y_pred, labels=labels), expected_counts(y_true, y_pred, labels), what="the matrix with labels")


@contract
def test_counts_are_integers():
    """Counts are integers, not floats"""
    y_true, y_pred = np.array([1, 1, 2]), np.array([1, 2, 2])
    array(confusion_matrix(y_true, y_pred), shape=(2, 2), kind="i")
    array(confusion_matrix(y_true, y_pred, labels=np.array([1, 2, 3])), shape=(3, 3), kind="i", what="the matrix with labels")


@contract
@each(("n_true", "n_pred"), [(4, 3), (3, 5), (4, 1), (1, 4), (3, 0), (0, 3)])
@each("given", ["without labels", "with labels"])
def test_different_lengths(n_true, n_pred, given):
    """Lengths {n_true} of y_true and {n_pred} of y_pred raise ValueError, {given}"""
    labels = np.array([0, 1]) if given == "with labels" else None
    y_true, y_pred = np.array([0, 1, 0, 1, 0])[:n_true], np.array([1, 1, 0, 1, 0])[:n_pred]
    with raises(ValueError):
        confusion_matrix(y_true, y_pred, labels=labels)


@contract
@each("stranger", [-1, 3, 4, 9], ids=["below", "between", "next to one", "above"])
def test_unknown_true_label(stranger):
    """A true label outside `labels` raises ValueError"""
    with raises(ValueError):
        confusion_matrix(np.array([2, stranger, 5]), np.array([2, 2, 5]), labels=np.array([5, 2, 7]))


@contract
@each("stranger", [-1, 3, 4, 9], ids=["below", "between", "next to one", "above"])
def test_unknown_predicted_label(stranger):
    """A predicted label outside `labels` raises ValueError"""
    with raises(ValueError):
        confusion_matrix(np.array([2, 2, 5]), np.array([2, 5, stranger]), labels=np.array([5, 2, 7]))


@contract
@each("stranger", ["ant", "cow", "cats", "yak"])
def test_unknown_string(stranger):
    """The string {stranger!r} outside `labels` raises ValueError"""
    with raises(ValueError):
        confusion_matrix(np.array(["cat", stranger]), np.array(["cat", "dog"]), labels=np.array(["cat", "dog"]))


@contract
def test_labels_left_alone():
    """The arguments of confusion_matrix are not modified"""
    y_true, y_pred, labels = np.array([3, 1, 3, 2]), np.array([1, 3, 3, 2]), np.array([3, 1, 2])
    before = [y_true.copy(), y_pred.copy(), labels.copy()]
    array(confusion_matrix(y_true, y_pred), shape=(3, 3))
    array(confusion_matrix(y_true, y_pred, labels=labels), shape=(3, 3))
    for name, after, was in zip(("y_true", "y_pred", "labels"), (y_true, y_pred, labels), before, strict=True):
        equal(after, was, what=f"{name} after the calls")


@vectorised
@each("given", ["without labels", "with labels"])
def test_no_loop_over_samples(given):
    """The interpreter's work does not grow with the number of samples, {given}"""
    rng = np.random.default_rng(6)
    labels = np.array([30, 10, 20, -5])
    samples = rng.choice(labels, size=(2, 1200))
    flat_growth(
        lambda n: confusion_matrix(samples[0, :n], samples[1, :n], labels=labels if given == "with labels" else None),
        sizes=(200, 1200),
        what="samples",
    )


# Class 0: TP 4, row 5, column 10.  Class 1: TP 3, row 10, column 5.  Class 2: TP 4, row 5, column 5.
THREE = np.array([[4, 1, 0], [6, 3, 1], [0, 1, 4]])
SKEWED = np.array([[90, 5, 5], [1, 3, 0], [4, 0, 2]])


@contract
def test_keys():
    """The dict has the keys accuracy, precision, recall and f1, each a single number"""
    metrics = mapping(compute_metrics(THREE), *NAMES)
    for name in NAMES:
        number(metrics[name], low=0.0, high=1.0, what=name)


@correctness
def test_accuracy():
    """accuracy is the diagonal over all counts"""
    close(score(THREE, "accuracy"), 11 / 20, what="accuracy")
    close(score(SKEWED, "accuracy"), 95 / 110, what="accuracy")


@correctness
def test_precision():
    """precision is the mean over the classes of TP over the column's sum"""
    close(score(THREE, "precision"), (4 / 10 + 3 / 5 + 4 / 5) / 3, what="precision")
    close(score(SKEWED, "precision"), (90 / 95 + 3 / 8 + 2 / 7) / 3, what="precision")


@correctness
def test_recall():
    """recall is the mean over the classes of TP over the row's sum"""
    close(score(THREE, "recall"), (4 / 5 + 3 / 10 + 4 / 5) / 3, what="recall")
    close(score(SKEWED, "recall"), (90 / 100 + 3 / 4 + 2 / 6) / 3, what="recall")


@correctness
def test_f1():
    """f1 is the mean of the classes' F1, not the F1 of the mean precision and recall"""
    close(score(THREE, "f1"), (8 / 15 + 6 / 15 + 8 / 10) / 3, what="f1")
    close(score(SKEWED, "f1"), (180 / 195 + 6 / 12 + 4 / 13) / 3, what="f1")


@correctness
@each("c", [1, 2, 5, 20])
def test_random_matrices(c):
    """All four scores of random matrices with c = {c}"""
    rng = np.random.default_rng(c)
    for high in (3, 40, 100_000):
        cm = rng.integers(0, high, size=(c, c)) + np.eye(c, dtype=int)
        metrics, expected = mapping(compute_metrics(cm), *NAMES), expected_scores(cm)
        for name in NAMES:
            close(metrics[name], expected[name], what=name)


@edge
def test_perfect_predictions():
    """A diagonal matrix scores 1 throughout"""
    for cm in (np.diag([5, 1, 30]), np.array([[7]]), np.array([[1]])):
        metrics = mapping(compute_metrics(cm), *NAMES)
        for name in NAMES:
            close(metrics[name], 1.0, what=name)


@edge
def test_class_never_predicted():
    """A class never predicted has precision 0, and its F1 is 0"""
    cm = np.array([[8, 0], [2, 0]])
    close(score(cm, "precision"), 8 / 10 / 2, what="precision")
    close(score(cm, "f1"), 16 / 18 / 2, what="f1")


@edge
def test_class_never_true():
    """A class that never occurs has recall 0, and its F1 is 0"""
    cm = np.array([[6, 2], [0, 0]])
    close(score(cm, "recall"), 6 / 8 / 2, what="recall")
    close(score(cm, "f1"), 12 / 14 / 2, what="f1")


@edge
def test_absent_class_counts():
    """A class neither true nor predicted counts as 0 in each mean"""
    cm = np.array([[3, 1, 0, 0], [1, 3, 0, 0], [0, 0, 0, 0], [0, 0, 0, 2]])
    metrics = mapping(compute_metrics(cm), *NAMES)
    for name in NAMES[1:]:
        close(metrics[name], (0.75 + 0.75 + 0.0 + 1.0) / 4, what=name)


@edge
@each("c", [1, 3])
def test_no_counts_at_all(c):
    """A matrix of zeros with c = {c} scores 0 throughout"""
    metrics = mapping(compute_metrics(np.zeros((c, c), dtype=int)), *NAMES)
    for name in NAMES:
        close(metrics[name], 0.0, what=name)


@contract
@each(
    "cm",
    [[[8, 0], [2, 0]], [[6, 2], [0, 0]], [[0, 3], [4, 0]], [[0, 0], [0, 0]]],
    ids=["never predicted", "never true", "no hit", "no counts"],
)
def test_no_division_warning(cm):
    """Undefined scores give no division warning"""
    with no_warnings():
        metrics = compute_metrics(np.array(cm))
    for name, value in mapping(metrics, *NAMES).items():
        number(value, low=0.0, high=1.0, what=name)


@numerics
def test_not_rounded():
    """Scores are not rounded"""
    cm = np.array([[123_457, 1, 2], [3, 98_765, 4], [5, 6, 76_543]])
    metrics, expected = mapping(compute_metrics(cm), *NAMES), expected_scores(cm)
    for name in NAMES:
        close(metrics[name], expected[name], rtol=1e-10, what=name)


@numerics
@each("dtype", ["int8", "uint8", "int16", "int32"])
def test_narrow_counts(dtype):
    """{dtype} counts near the limit of the type do not overflow"""
    high = np.iinfo(dtype).max
    cm = np.array([[high, high - 1, 0], [high - 2, high, 7], [high, 1, high - 3]], dtype=dtype)
    metrics, expected = mapping(compute_metrics(cm), *NAMES), expected_scores(cm)
    for name in NAMES:
        close(metrics[name], expected[name], what=name)


@contract
def test_matrix_left_alone():
    """The argument of compute_metrics is not modified"""
    cm = np.array([[2, 1, 0], [0, 3, 0], [1, 0, 4]])
    before = cm.copy()
    mapping(compute_metrics(cm), *NAMES)
    equal(cm, before, what="the matrix after the call")
