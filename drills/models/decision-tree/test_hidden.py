"""Hidden tests for the decision tree."""

import math
from collections import Counter

import numpy as np
from solution import DecisionTreeClassifier, best_split, entropy, gini

from drillkit.testing import (
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
    stretch,
    unpack,
    vectorised,
)


def impurity(labels, criterion):
    """Gini or entropy of a list, from the counts."""
    shares = [count / len(labels) for count in Counter(labels).values()]
    return 1 - sum(p * p for p in shares) if criterion == "gini" else -sum(p * math.log2(p) for p in shares)


def all_splits(X, y, criterion):
    """Every (feature, threshold, gain), in order, each by a mask."""
    labels, result = y.tolist(), []
    for feature, column in enumerate(X.T.tolist()):
        values = sorted(set(column))
        for low, high in zip(values, values[1:], strict=False):
            sides = [[t for v, t in zip(column, labels, strict=True) if (v <= low) == left] for left in (True, False)]
            children = sum(len(side) / len(labels) * impurity(side, criterion) for side in sides)
            result.append((feature, (low + high) / 2, impurity(labels, criterion) - children))
    return result


def grown(X, y, max_depth, min_samples_split, criterion, level=0):
    """The tree as nested tuples (feature, threshold, left, right), its depth and its number of leaves."""
    counts = Counter(y.tolist())
    splits = [] if level == max_depth or len(y) < min_samples_split or len(counts) == 1 else all_splits(X, y, criterion)
    if not splits:
        return min(counts, key=lambda label: (-counts[label], label)), level, 1
    best = max(split[2] for split in splits)
    feature, threshold, _ = next(split for split in splits if split[2] > best - 1e-9)
    left = X[:, feature] <= threshold
    low = grown(X[left], y[left], max_depth, min_samples_split, criterion, level + 1)
    high = grown(X[~left], y[~left], max_depth, min_samples_split, criterion, level + 1)
    return (feature, threshold, low[0], high[0]), max(low[1], high[1]), low[2] + high[2]


def falls(tree, row):
    while isinstance(tree, tuple):
        tree = tree[2 if row[tree[0]] <= tree[1] else 3]
    return tree


def split_of(X, y, *criterion):
    feature, threshold, gain = unpack(best_split(X, y, *criterion), "feature", "threshold", "gain")
    return number(feature, 0, X.shape[1] - 1, what="feature"), number(threshold, what="threshold"), number(gain, what="gain")


def is_split(X, y, feature, threshold, gain, *criterion):
    got = split_of(X, y, *criterion)
    for name, value, wanted in zip(("feature", "threshold", "gain"), got, (feature, threshold, gain), strict=True):
        close(value, wanted, what=name)


def has_size(tree, depth, n_leaves):
    equal(tree.depth, depth, what="depth")
    equal(tree.n_leaves, n_leaves, what="n_leaves")


@correctness
def test_gini():
    """Gini is 1 minus the sum of squared shares"""
    for labels, expected in (
        ([0, 0, 1, 1], 0.5),
        ([3, 3, 3], 0.0),
        (["b", "a", "c", "a"], 0.625),
        ([True, False, False, False], 0.375),
        ([-1, 7, 50], 2 / 3),
        ([5], 0.0),
    ):
        close(number(gini(np.array(labels))), expected, what=f"gini({labels})")
    close(number(gini(np.array([]))), 0.0, what="gini of no labels")


@correctness
def test_entropy():
    """Entropy is in bits, and 0 log 0 is no trouble"""
    for labels, expected in (
        ([0, 0, 1, 1], 1.0),
        ([3, 3, 3], 0.0),
        (["b", "a", "c", "a"], 1.5),
        ([-1, 7, 50, 1000], 2.0),
        ([2, 2, 2, 2, 9], 0.7219280948873623),
        ([-5], 0.0),
    ):
        close(number(entropy(np.array(labels))), expected, what=f"entropy({labels})")
    close(number(entropy(np.array([]))), 0.0, what="entropy of no labels")


@correctness
def test_split_by_hand():
    """Thresholds are midpoints, and the gain is what the split takes off the impurity"""
    is_split(np.array([[1.0], [2.0], [4.0], [8.0]]), np.array([0, 0, 1, 1]), 0, 3.0, 0.5)
    is_split(np.array([[5, 0], [5, 9], [5, 1], [5, 20]]), np.array(["a", "b", "a", "b"]), 1, 5.0, 1.0, "entropy")
    X = np.array([[3.0, 1.0], [1.0, 4.0], [2.0, 2.0], [7.0, 3.0], [9.0, 8.0]])
    is_split(X, np.array([1, 1, 1, 0, 0]), 0, 5.0, 0.48)
    is_split(X[::-1], np.array([-3, -3, 1, 1, 1]), 0, 5.0, 0.48)
    is_split(np.array([[-3.0], [-1.0]]), np.array([1, 0]), 0, -2.0, 0.5)


@correctness
@each(("n", "d", "classes", "criterion"), [(20, 3, 2, "gini"), (20, 3, 2, "entropy"), (25, 1, 4, "gini"), (15, 4, 3, "entropy")])
def test_split_against_all_thresholds(n, d, classes, criterion):
    """No other threshold of any column has a larger gain ({criterion}, {classes} classes)"""
    for seed in range(3):
        rng = np.random.default_rng(seed)
        X, y = rng.integers(-6, 7, size=(n, d)) / 2, rng.integers(0, classes, size=n)
        splits = all_splits(X, y, criterion)
        feature, threshold, gain = split_of(X, y, criterion)
        close(gain, max(split[2] for split in splits), what="gain")
        own = [split[2] for split in splits if split[0] == feature and abs(split[1] - threshold) < 1e-9]
        check(len(own) == 1, "the threshold is not the midpoint of two neighbouring values of that column", returned=(feature, threshold))
        close(own[0], gain, what="the gain of that feature and threshold")


@correctness
def test_children_are_weighted():
    """Children count by their numbers of rows: one pure row split off is not worth much"""
    is_split(np.arange(6.0)[:, None], np.array([0, 0, 0, 1, 0, 1]), 0, 2.5, 2 / 9)
    is_split(np.arange(7.0)[:, None], np.array(["a", "b", "a", "b", "b", "b", "b"]), 0, 2.5, 20 / 49 - 4 / 21)
    is_split(np.arange(45)[:, None], np.array([0] * 44 + [1]), 0, 43.5, 1 - (44**2 + 1) / 45**2)


@correctness
def test_criteria_differ():
    """Where Gini and entropy choose differently, the criterion asked for decides, in the tree too"""
    y = np.repeat([0, 1], 10)
    X = np.zeros((20, 2))
    X[10:15, 0] = 1.0  # 5 rows of label 1 alone
    X[9:17, 1] = 1.0  # 7 rows of label 1 and one of label 0
    for criterion, feature, labels in (("gini", 1, [0, 1]), ("entropy", 0, [1, 0])):
        gain = max(split[2] for split in all_splits(X, y, criterion))
        is_split(X, y, feature, 0.5, gain, criterion)
        tree = DecisionTreeClassifier(max_depth=1, criterion=criterion).fit(X, y)
        equal(tree.predict(np.array([[1.0, 0.0], [0.0, 1.0]])), labels, what=f"the labels of two rows under {criterion}")
    tree = DecisionTreeClassifier(1).fit(X, y)
    equal(tree.predict(np.array([[1.0, 0.0], [0.0, 1.0]])), [0, 1], what="the labels of two rows with the defaults")
    is_split(X, y, 1, 0.5, max(split[2] for split in all_splits(X, y, "gini")))


@correctness
def test_ties():
    """Exact ties go to the lowest feature, then to the lowest threshold; a gain larger by 0.00003 is no tie"""
    # Both 1.5 and 5.5 cut off two rows of label 0 and leave three of each: a tie that no rounding breaks.
    x, y = np.arange(8.0), np.array([0, 0, 1, 1, 0, 1, 0, 0])
    is_split(x[:, None], y, 0, 1.5, 3 / 32)
    is_split(np.column_stack([x, x]), y, 0, 1.5, 3 / 32)
    is_split(np.column_stack([np.ones(8), x, -x, x]), y, 1, 1.5, 3 / 32)
    is_split(np.array([[3, 5, 5], [1, 2, 2], [4, 6, 6]]), np.array(["b", "a", "b"]), 0, 2.0, 4 / 9)
    X, y = np.zeros((60, 2), dtype=int), np.repeat([0, 1], [40, 20])
    X[38:57, 0] = 1  # 2 rows of label 0 and 17 of label 1
    X[39:56, 1] = 1  # 1 row of label 0 and 16 of label 1
    is_split(X, y, 1, 0.5, all_splits(X, y, "gini")[1][2])


@edge
def test_no_split():
    """No split for pure labels, constant columns, one row or none"""
    varied, constant = np.array([[1.0, 5.0], [2.0, 4.0], [3.0, 9.0]]), np.array([[1, -2], [1, -2], [1, -2]])
    for criterion in ("gini", "entropy"):
        equal(best_split(varied, np.array([4, 4, 4]), criterion), None, what="the split of pure labels")
        equal(best_split(constant, np.array([0, 1, 1]), criterion), None, what="the split of constant columns")
        equal(best_split(varied[:1], np.array([1]), criterion), None, what="the split of one row")
        equal(best_split(varied[:0], np.array([], dtype=int), criterion), None, what="the split of no rows")
    has_size(DecisionTreeClassifier().fit(varied, np.array(["x", "x", "x"])), 0, 1)
    tree = DecisionTreeClassifier().fit(constant, np.array([0, 1, 1]))
    has_size(tree, 0, 1)
    equal(tree.predict(np.array([[1, -2], [8, 8]])), [1, 1])
    tree = DecisionTreeClassifier().fit(varied[:1], np.array(["x"]))
    has_size(tree, 0, 1)
    equal(tree.predict(varied), ["x", "x", "x"], what="the labels after a fit on one row")


@edge
@each("criterion", ["gini", "entropy"])
def test_gain_of_zero(criterion):
    """A gain of 0 is a split all the same: XOR is learned at depth 2 ({criterion})"""
    X, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 1, 1, 0])
    is_split(X, y, 0, 0.5, 0.0, criterion)
    tree = DecisionTreeClassifier(criterion=criterion).fit(X, y)
    equal(tree.predict(X), y)
    has_size(tree, 2, 4)
    X = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)])
    tree = DecisionTreeClassifier(criterion=criterion).fit(X, X.sum(axis=1) % 2)
    equal(tree.predict(X), X.sum(axis=1) % 2, what="the labels of three columns, where two splits in a row gain 0")
    has_size(tree, 3, 8)


@numerics
@each(
    ("low", "high", "dtype", "middle"),
    [
        (100, 120, "int8", 110),
        (-128, 127, "int8", -0.5),
        (200, 251, "uint8", 225.5),
        (30000, 32767, "int16", 31383.5),
        (1e308, 1.5e308, "float64", 1.25e308),
        (-1.6e308, 1.6e308, "float64", 0.0),
    ],
)
def test_midpoint_does_not_overflow(low, high, dtype, middle):
    """The midpoint of {dtype} {low} and {high} is {middle}"""
    X, y = np.array([[low], [high], [low]], dtype=dtype), np.array([0, 1, 0])
    is_split(X, y, 0, middle, 4 / 9)
    tree = DecisionTreeClassifier().fit(X, y)
    equal(tree.predict(X), y)
    has_size(tree, 1, 2)


@numerics
def test_midpoint_of_neighbouring_floats():
    """Where the midpoint rounds to the upper value, the lower one is the threshold"""
    eps, narrow = 2.0**-52, 2.0**-23
    for low, high, dtype in (
        (1 + eps, 1 + 2 * eps, "float64"),
        (-1 - 2 * eps, -1 - eps, "float64"),
        (1.0, 1 + eps, "float64"),
        ((1 + eps) / 1024, (1 + 2 * eps) / 1024, "float64"),
        (1 + narrow, 1 + 2 * narrow, "float32"),
    ):
        X, y = np.array([[high], [low], [high]], dtype=dtype), np.array([0, 1, 1])
        _, threshold, gain = split_of(X, y)
        close(gain, 1 / 9, what="gain")
        check(low <= threshold < high, "a side of the split is empty", returned=threshold)
        tree = DecisionTreeClassifier().fit(X[:2], y[:2])
        equal(tree.predict(X[:2]), y[:2])
        has_size(tree, 1, 2)


@correctness
def test_threshold_between_the_rows_of_the_node():
    """Further down only the values of the node's own rows count"""
    X = np.array([[0.0, 0.0], [0.0, 10.0], [1.0, 5.0], [1.0, 7.0], [1.0, 9.0], [0.0, 10.0]])
    tree = DecisionTreeClassifier().fit(X, np.array(["a", "b", "c", "c", "c", "b"]))
    equal(tree.predict(np.array([[0.0, 4.0], [0.0, 6.0], [1.0, 4.0], [1.0, 6.0], [0.5, 5.0], [0.0, 5.5]])), ["a", "b", "c", "c", "a", "b"])
    has_size(tree, 2, 3)


@contract
def test_threshold_goes_left():
    """A row that lies on the threshold goes left"""
    tree = DecisionTreeClassifier().fit(np.array([[0, 1], [0, 3], [0, 7]]), np.array([5, -5, -5]))
    equal(tree.predict(np.array([[9, 2], [9, 1], [9, 3], [-9, -100], [9, 100]])), [5, 5, -5, 5, -5])
    tree = DecisionTreeClassifier().fit(np.array([[-1.0], [0.0], [4.0], [5.0]]), np.array([0, 0, 1, 1]))
    equal(tree.predict(np.array([[2.0], [2.0000001], [1.9999999]])), [0, 1, 0])
    tree = DecisionTreeClassifier().fit(np.array([[1e-15], [3e-15]]), np.array([0, 1]))
    equal(tree.predict(np.array([[1.9e-15], [2.1e-15]])), [0, 1], what="the labels of numbers around the threshold 2e-15")
    tree = DecisionTreeClassifier().fit(np.array([[-2], [-1]]), np.array([7, 8]))
    equal(tree.predict(np.array([[-1], [-2], [0]])), [8, 7, 8], what="the labels of whole numbers around the threshold -1.5")


@contract
@each(("max_depth", "depth", "n_leaves"), [(0, 0, 1), (1, 1, 2), (2, 2, 3), (3, 3, 4), (None, 4, 5), (9, 4, 5)])
def test_max_depth(max_depth, depth, n_leaves):
    """max_depth = {max_depth}: depth {depth} with {n_leaves} leaves"""
    X, y = np.arange(16)[:, None], np.array([1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 4, 5, 5])
    tree = DecisionTreeClassifier(max_depth=max_depth).fit(X, y)
    expected, _, _ = grown(X, y, max_depth, 2, "gini")
    equal(tree.predict(X), [falls(expected, row) for row in X])
    has_size(tree, depth, n_leaves)


@contract
@each(("least", "n_leaves"), [(2, 4), (3, 3), (4, 3), (5, 2), (8, 2), (9, 1)])
def test_min_samples_split(least, n_leaves):
    """A node with fewer than {least} rows is a leaf, one with {least} is not"""
    X, y = np.arange(8)[:, None], np.array([0, 0, 0, 0, 1, 1, 2, 1])
    tree = DecisionTreeClassifier(None, least).fit(X, y)
    expected, depth, _ = grown(X, y, None, least, "gini")
    equal(tree.predict(X), [falls(expected, row) for row in X])
    has_size(tree, depth, n_leaves)


@edge
@each("labels", [[7, -7], [2, 2, 1, 1, 3], ["pear", "fig", "fig", "pear"], [-1, -10], [True, False], [10, 9, 9, 10, 2]])
def test_leaf_ties(labels):
    """A leaf of {labels} predicts the smallest of the most frequent labels"""
    y = np.array(labels)
    expected = min(labels, key=lambda label: (-labels.count(label), label))
    tree = DecisionTreeClassifier(max_depth=0).fit(np.arange(len(y))[:, None], y)
    equal(tree.predict(np.array([[0], [50]])), [expected] * 2, what="max_depth = 0")
    tree = DecisionTreeClassifier().fit(np.zeros((len(y), 2)), y)
    equal(tree.predict(np.ones((1, 2))), [expected], what="equal rows")
    has_size(tree, 0, 1)


@correctness
@each(("n", "d", "classes"), [(40, 2, 2), (30, 1, 3), (25, 4, 5)])
def test_training_rows(n, d, classes):
    """Without limits the rows of fit are all predicted right"""
    rng = np.random.default_rng(n)
    X, y = rng.normal(size=(n, d)), rng.integers(0, classes, size=n)
    for criterion in ("gini", "entropy"):
        model = DecisionTreeClassifier(criterion=criterion)
        equal(model.fit(X, y).predict(X), y)
        equal(model.predict(X[::-1]), y[::-1])
        check(
            number(model.n_leaves) > number(model.depth) > 1,
            "depth and n_leaves do not go together",
            returned=(model.depth, model.n_leaves),
        )


@correctness
def test_no_limit_of_its_own():
    """Every midpoint of 600 values is tried, and without max_depth a tree goes as deep as it must"""
    x = np.arange(600)[:, None]
    is_split(x, (x[:, 0] > 302).astype(int), 0, 302.5, 2 * 303 * 297 / 600**2)
    X, y = np.arange(70)[:, None], np.arange(70) % 2  # each split cuts off one row at an end
    tree = DecisionTreeClassifier().fit(X, y)
    equal(tree.predict(X), y)
    has_size(tree, 69, 70)


@correctness
@each(
    ("seed", "classes", "max_depth", "least", "criterion"),
    [(0, 2, None, 2, "gini"), (1, 2, 3, 2, "entropy"), (4, 3, None, 5, "entropy"), (4, 3, 4, 4, "gini")],
)
def test_whole_tree(seed, classes, max_depth, least, criterion):
    """New rows fall into the right leaves (max_depth {max_depth}, min_samples_split {least}, {criterion})"""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(30, 3))
    y = (X[:, 0] + X[:, 1] ** 2 > rng.normal(size=30)).astype(int) + (classes > 2) * (X[:, 2] > 0.5)
    tree = DecisionTreeClassifier(max_depth=max_depth, min_samples_split=least, criterion=criterion).fit(X, y)
    expected, depth, n_leaves = grown(X, y, max_depth, least, criterion)
    new = np.random.default_rng(seed + 1).normal(size=(60, 3))
    equal(tree.predict(new), [falls(expected, row) for row in new])
    has_size(tree, depth, n_leaves)


@contract
@each("labels", [["no", "yes", "maybe"], [-4, 7, 1000], [True, False], [0.5, -0.5, 2.25], [2**60 + 1, 2**60, -5]])
def test_labels(labels):
    """Labels {labels} come back as they are"""
    X, y = np.array([[0, 3], [1, 3], [2, 3], [3, 3], [4, 3], [5, 3]]), np.array((labels * 3)[:6])
    tree = DecisionTreeClassifier()
    returned = tree.fit(X, y)
    for model, rows in ((tree, slice(None)), (returned, slice(None, None, -1))):
        result = model.predict(X[rows])
        if y.dtype.kind == "f":
            close(result, y[rows])
        else:
            equal(result, y[rows])
    other = np.array([[1.0], [2.0]])
    equal(tree.fit(other, np.array([3, 4])).predict(other), [3, 4], what="the labels after a second fit")
    has_size(tree, 1, 2)


@contract
def test_two_trees():
    """A tree keeps its own labels when another tree is fitted"""
    X = np.array([[1.0], [2.0]])
    first = DecisionTreeClassifier().fit(X, np.array([3, 4]))
    second = DecisionTreeClassifier(0).fit(X, np.array([9, 9]))
    equal(first.predict(X), [3, 4], what="the labels of the first tree")
    equal(second.predict(X), [9, 9], what="the labels of the second tree")
    has_size(first, 1, 2)


@numerics
def test_int8_labels():
    """int8 labels may lie so far apart that their difference is no int8"""
    X, y = np.arange(6)[:, None], np.array([100, -100, 100, -100, 28, 28], dtype=np.int8)
    close(number(gini(y)), 2 / 3, what="gini")
    close(number(entropy(y)), np.log2(3), what="entropy")
    equal(DecisionTreeClassifier().fit(X, y).predict(X), y)


@contract
def test_bad_arguments():
    """Bad arguments raise ValueError"""
    X, y = np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 5.0]]), np.array([0, 1, 1])
    for bad in (y[:2], np.array([0, 1, 1, 0])):
        with raises(ValueError):
            best_split(X, bad)
        with raises(ValueError):
            DecisionTreeClassifier().fit(X, bad)
    with raises(ValueError):
        DecisionTreeClassifier(max_depth=0).fit(X, y[:2])
    for labels in (y, np.zeros(3, dtype=int)):
        with raises(ValueError):
            best_split(X, labels, "error")
    for options in (
        {"criterion": "Gini"},
        {"criterion": "error", "max_depth": 0},
        {"max_depth": -1},
        {"min_samples_split": 1},
        {"min_samples_split": 0},
    ):
        with raises(ValueError):
            DecisionTreeClassifier(**options).fit(X, y)
    with raises(ValueError):
        DecisionTreeClassifier().fit(np.empty((0, 2)), np.array([], dtype=int))
    tree, leaf = DecisionTreeClassifier().fit(X, y), DecisionTreeClassifier(0).fit(X, y)
    for columns in (1, 3):
        with raises(ValueError):
            tree.predict(np.ones((2, columns)))
        with raises(ValueError):
            leaf.predict(np.ones((2, columns)))


@contract
def test_not_fitted():
    """predict before fit raises RuntimeError"""
    tree = DecisionTreeClassifier()
    with raises(RuntimeError):
        tree.predict(np.ones((3, 2)))


def table(n):
    rng = np.random.default_rng(0)
    return rng.normal(size=(n, 2)), rng.integers(0, 3, size=n)


@stretch
@vectorised
def test_split_without_loop():
    """best_split: the interpreter's work does not grow with the number of rows"""
    for criterion in ("gini", "entropy"):
        flat_growth(lambda n, c=criterion: best_split(*table(n), c), sizes=(100, 700), what="rows")


@stretch
@vectorised
def test_predict_without_loop():
    """predict: the interpreter's work does not grow with the number of rows"""
    tree = DecisionTreeClassifier(max_depth=4).fit(*table(60))
    flat_growth(lambda n: tree.predict(table(n)[0]), sizes=(100, 700), what="rows")
