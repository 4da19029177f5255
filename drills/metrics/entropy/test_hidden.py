"""Hidden tests for entropy and information gain."""

import math
from collections import Counter

import numpy as np
from solution import entropy, information_gain, label_entropy

from drillkit.testing import (
    close,
    contract,
    correctness,
    each,
    edge,
    flat_growth,
    no_warnings,
    number,
    numerics,
    raises,
    stretch,
    vectorised,
)


def from_counts(counts, base=2.0):
    """Entropy of whole-number counts: log n minus the mean of log counts."""
    n = sum(counts)
    return math.log(n, base) - math.fsum(c * math.log(c, base) for c in counts) / n


def gain(labels, groups, base=2.0):
    """Information gain from counted pairs: H(labels) + H(groups) - H(both)."""
    pairs = list(zip(labels.tolist(), groups.tolist(), strict=True))
    parts = ([a for a, _ in pairs], [b for _, b in pairs], pairs)
    of_labels, of_groups, of_both = (from_counts(list(Counter(part).values()), base) for part in parts)
    return of_labels + of_groups - of_both


def unequal(n, classes, groups, seed):
    """Labels that depend on groups of unequal sizes."""
    rng = np.random.default_rng(seed)
    g = np.minimum(rng.geometric(0.4, size=n) - 1, groups - 1)
    return np.where(rng.random(n) < 0.6, g % classes, rng.integers(classes, size=n)), g


@correctness
def test_by_hand():
    """Entropy in bits of small distributions"""
    close(entropy(np.array([0.5, 0.5])), 1.0)
    close(entropy(np.array([0.5, 0.25, 0.125, 0.125])), 1.75)
    close(entropy(np.array([0.25, 0.75])), 2.0 - 0.75 * math.log2(3))
    close(entropy(np.full(8, 0.125)), 3.0)


@correctness
@each("counts", [[1, 2, 3, 4], [7, 1], [1, 5, 50, 500, 5000], list(range(1, 60))])
def test_random_distributions(counts):
    """Entropy of shares of many sizes"""
    close(entropy(np.array(counts) / sum(counts)), from_counts(counts))


@contract
def test_nats():
    """unit="nats" takes the natural logarithm, unit="bits" base 2"""
    p = np.array([0.5, 0.25, 0.25])
    close(entropy(p, unit="nats"), 1.5 * math.log(2.0), what="entropy in nats")
    close(entropy(p, "nats"), 1.5 * math.log(2.0), what="entropy in nats, by position")
    close(entropy(p, unit="bits"), 1.5, what="entropy in bits")
    close(label_entropy(np.array([3, 5, 3, 5]), unit="nats"), math.log(2.0), what="label_entropy in nats")


@edge
def test_zero_probability():
    """An entry of 0 adds nothing"""
    close(entropy(np.array([0.5, 0.0, 0.5])), 1.0)
    close(entropy(np.array([0.0, 0.25, 0.75, 0.0])), 2.0 - 0.75 * math.log2(3))
    p = np.zeros(10_000)
    p[:4] = 0.25
    close(entropy(p), 2.0, what="the entropy of 4 equal entries and 9,996 zeros")


@edge
@each("p", [[1.0], [1.0, 0.0], [0.0, 0.0, 1.0]])
def test_certain_outcome(p):
    """A certain outcome has an entropy of 0, also when p is given as integers"""
    for unit in ("bits", "nats"):
        close(number(entropy(np.array(p), unit=unit), low=0.0), 0.0)
    close(number(entropy(np.array(p).astype(np.int8)), low=0.0), 0.0)


@edge
def test_no_warnings():
    """No warning is given for an entry of 0, nor for groups of one class"""
    with no_warnings():
        close(entropy(np.array([0.0, 0.5, 0.5])), 1.0)
        close(entropy(np.array([0.0, 1.0]), unit="nats"), 0.0)
        close(information_gain(np.array([1, 1, 2, 2]), np.array([0, 0, 1, 1])), 1.0)
        close(label_entropy(np.array([])), 0.0)


@numerics
def test_tiny_probabilities():
    """Nothing is added to small probabilities"""
    tiny = 1e-12
    close(entropy(np.array([tiny, 1.0 - tiny]), unit="nats"), tiny * (1.0 - math.log(tiny)), rtol=1e-3, atol=0.0)
    many = np.full(1000, 1e-9)
    p = np.append(many, 1.0 - 1e-6)
    close(entropy(p, unit="nats"), 1e-6 * math.log(1e9) + 1e-6, rtol=1e-4, atol=0.0)
    close(entropy(np.array([1e-300, 1.0])), 0.0)


@numerics
def test_float32():
    """Shares in float32"""
    p = np.array([0.25, 0.75], dtype=np.float32)
    close(entropy(p), 2.0 - 0.75 * math.log2(3), rtol=1e-6, what="the entropy in bits")
    close(entropy(p, unit="nats"), math.log(4.0) - 0.75 * math.log(3.0), rtol=1e-6, what="the entropy in nats")


@contract
@each(
    "p",
    [
        [0.5, 0.6],
        [0.5, 0.4],
        [2.0, 2.0],
        [1.5, -0.5],
        [-0.25, 0.75, 0.5],
        [1.0, -1e-10],
        [math.nan, 1.0],
        [0.5, 0.5, math.nan],
        [0.0, 0.0],
        [0.5, 0.5 + 1e-7],
        [0.5, 0.5 - 1e-7],
        [],
        [math.inf, 0.5],
    ],
)
def test_refused_distributions(p):
    """No distribution: a sum off 1, a negative entry, NaN, nothing at all: ValueError"""
    with raises(ValueError):
        entropy(np.array(p, dtype=float))


@numerics
def test_sum_within_rounding():
    """A sum off 1 by less than 1e-8 is taken as it is"""
    close(entropy(np.full(10, 0.1)), math.log2(10))
    close(entropy(np.array([0.5, 0.5 + 5e-9])), 1.0, rtol=1e-7)
    close(entropy(np.array([0.5, 0.5 - 5e-9])), 1.0, rtol=1e-7)
    close(number(entropy(np.array([1.0 + 5e-9])), low=0.0), 0.0, what="the entropy of a certain outcome, 5e-9 too large")
    total = 1.0 + 8e-9
    close(entropy(np.full(1024, total / 1024)), total * (10.0 - math.log2(total)), what="the entropy of 1,024 entries with sum 1 + 8e-9, not divided by it")


@correctness
def test_label_entropy():
    """label_entropy: the entropy of the shares of the labels"""
    close(label_entropy(np.array([0, 1, 0, 1])), 1.0)
    close(label_entropy(np.array([2, 0, 0, 0, 1, 1, 2, 0])), 1.5)
    close(label_entropy(np.array([4, 4, 4])), 0.0)
    close(label_entropy(np.array([9])), 0.0)
    labels = np.random.default_rng(0).geometric(0.3, size=500)
    close(label_entropy(labels), from_counts(list(Counter(labels.tolist()).values())))


@contract
@each(
    "labels",
    [
        np.array(["bee", "bat", "cat", "bee"]),
        np.array([-5, 3, -7, -5]),
        np.array([-100, 100, 127, -100], dtype=np.int8),
        np.array([0.5, 0.25, 0.75, 0.5]),
        np.array([10**15, 10**15 + 1, 3, 10**15]),
        np.array([1, 257, 513, 1]),
        np.array(["classification", "classified", "class", "classification"]),
    ],
)
def test_labels_of_any_dtype(labels):
    """Labels are strings, negative, narrow, fractional, huge or long"""
    close(label_entropy(labels), 1.5, what=f"the entropy of labels of {labels.dtype}")
    close(information_gain(labels, np.array([1, 1, 0, 1])), 2.0 - 0.75 * math.log2(3), what=f"the gain for labels of {labels.dtype}")
    close(label_entropy(np.array([True, False, False, True])), 1.0, what="the entropy of booleans")


@edge
def test_no_labels():
    """No labels: entropy 0 and gain 0"""
    for empty in (np.array([]), np.array([], dtype=int), np.array([], dtype=str)):
        close(label_entropy(empty), 0.0, what="label_entropy")
        close(information_gain(empty, empty), 0.0, what="information_gain")


@correctness
def test_information_gain_by_hand():
    """Gain of two groups of equal size"""
    labels = np.array([0, 0, 0, 1, 1, 1, 1, 0])
    close(information_gain(labels, np.array([0, 0, 0, 0, 1, 1, 1, 1])), 0.75 * math.log2(3) - 1.0)
    close(information_gain(labels, np.array([0, 0, 0, 1, 1, 1, 1, 0])), 1.0)


@correctness
def test_groups_of_any_size():
    """Groups count by their size, not equally"""
    labels = np.array([0, 0, 1, 1, 1, 1, 1, 1])
    close(information_gain(labels, np.array([0, 0, 0, 0, 1, 1, 1, 1])), 1.5 - 0.75 * math.log2(3), what="groups of 4 and 4")
    close(information_gain(labels, np.array([0, 0, 1, 1, 1, 1, 1, 1])), 2.0 - 0.75 * math.log2(3), what="groups of 2 and 6")
    close(information_gain(labels, np.array([0, 1, 1, 1, 1, 1, 1, 1])), gain(labels, np.array([0] + [1] * 7)), what="groups of 1 and 7")


@correctness
@each(("n", "classes", "groups"), [(40, 2, 2), (200, 3, 5), (100, 7, 3), (300, 2, 12), (60, 4, 1)])
def test_many_groups(n, classes, groups):
    """Any number of groups and of classes"""
    labels, g = unequal(n, classes, groups, n)
    close(information_gain(labels, g), gain(labels, g), rtol=1e-8, atol=1e-10)


@contract
@each(
    "groups",
    [
        np.array(["left", "left", "level", "level", "up"]),
        np.array([-3, -3, 500, 500, 4]),
        np.array([0.25, 0.25, 0.5, 0.5, 0.75]),
        np.array([-128, -128, 127, 127, 0], dtype=np.int8),
        np.array([10**15, 10**15, 10**15 + 1, 10**15 + 1, 3]),
    ],
)
def test_groups_of_any_dtype(groups):
    """Groups are strings, negative, narrow, fractional or huge"""
    expected = from_counts([3, 2]) - 0.4
    close(information_gain(np.array(["x", "y", "x", "x", "y"]), groups), expected, what=f"the gain for groups of {groups.dtype}")
    close(information_gain(np.array([1, 1, 0, 0]), np.array([True, True, False, False])), 1.0, what="the gain for booleans")


@correctness
def test_pairs_are_not_confused():
    """A label and a group count as a pair: 1 with 11 is not 11 with 1"""
    close(information_gain(np.array([1, 11, 1, 11]), np.array([11, 1, 11, 1])), 1.0, what="the gain for 1 and 11")
    close(information_gain(np.array(["a", "ab", "a", "ab"]), np.array(["bc", "c", "bc", "c"])), 1.0, what="the gain for strings")
    close(information_gain(np.array([0, 1, 0, 1]), np.array([1, 0, 2, 1])), 0.5, what="the gain for labels and groups with equal sums")


@edge
def test_gain_extremes():
    """One group gains nothing, a group for each row gains everything"""
    labels = np.array([0, 1, 1, 2, 0, 2, 1, 0, 0])
    whole = from_counts([4, 3, 2])
    close(information_gain(labels, np.zeros(9, dtype=int)), 0.0, what="one group")
    close(information_gain(labels, np.arange(9)), whole, what="a group for each row")
    close(information_gain(labels, labels + 5), whole, what="the labels as groups")
    close(information_gain(np.full(4, 3), np.array([0, 1, 0, 1])), 0.0, what="labels that are all equal")
    close(information_gain(np.repeat([0, 1, 2], 6), np.repeat([0, 1, 2], 6)), math.log2(3), what="three classes in three groups")


@numerics
def test_never_negative():
    """A gain of 0 on paper is not below 0 by rounding"""
    proportions = [
        ([3, 5, 6, 4], [5, 5, 3, 7, 1, 5]),
        ([1, 5], [5, 2, 7]),
        ([2, 5], [7, 5, 5]),
        ([5, 3], [4, 4, 4, 7, 6, 4]),
        ([5, 5, 1, 1], [7, 5]),
        ([3, 2, 2, 5], [1, 5]),
        ([1, 6, 1, 3], [6, 5, 2]),
        ([4, 5, 3], [2, 5, 6]),
        ([5, 3, 2, 1], [4, 1, 1, 1, 6]),
        ([1, 1, 1], [1, 1, 1]),
    ]
    for counts, sizes in proportions:  # each group holds the labels in the same proportions
        block = np.repeat(np.arange(len(counts)), counts)
        labels, groups = np.tile(block, sum(sizes)), np.repeat(np.arange(len(sizes)), np.multiply(sizes, len(block)))
        for unit in ("bits", "nats"):
            close(number(information_gain(labels, groups, unit=unit), low=0.0, what="the gain of independent groups"), 0.0)
    number(entropy(np.array([1.0 + 2.0**-52, 0.0])), low=0.0, high=1e-12, what="the entropy of a certain outcome, a bit too large")


@contract
def test_gain_in_nats():
    """unit holds for both terms of the gain"""
    labels, groups = unequal(50, 3, 4, 2)
    close(information_gain(labels, groups, unit="nats"), gain(labels, groups, math.e), rtol=1e-8, what="the gain in nats")
    close(information_gain(labels, groups, "nats"), gain(labels, groups, math.e), rtol=1e-8, what="the gain in nats, by position")
    close(information_gain(labels, groups, unit="bits"), gain(labels, groups), rtol=1e-8, what="the gain in bits")


@contract
@each(("n", "m"), [(4, 3), (3, 4), (4, 1), (1, 4), (0, 2), (2, 0)])
def test_lengths_differ(n, m):
    """labels and groups of different lengths raise ValueError"""
    with raises(ValueError):
        information_gain(np.arange(n) % 2, np.arange(m) % 2)


@contract
@each("unit", ["bit", "nat", "Bits", "dits", ""])
def test_unknown_unit(unit):
    """Any other unit raises ValueError, in all three functions, for no labels too"""
    with raises(ValueError):
        entropy(np.array([0.5, 0.5]), unit=unit)
    with raises(ValueError):
        label_entropy(np.array([1, 2, 1]), unit=unit)
    with raises(ValueError):
        information_gain(np.array([1, 2, 1]), np.array([0, 0, 1]), unit=unit)
    empty = np.array([], dtype=int)
    with raises(ValueError):
        label_entropy(empty, unit=unit)
    with raises(ValueError):
        information_gain(empty, empty, unit=unit)


@contract
def test_results_are_numbers():
    """Each result is one finite number"""
    number(entropy(np.array([0.25, 0.75])), low=0.8, high=0.82, what="entropy")
    number(label_entropy(np.array(["u", "v", "v"])), low=0.9, high=0.93, what="label_entropy")
    number(information_gain(np.array(["u", "v", "v"]), np.array([0, 1, 0])), low=0.25, high=0.26, what="information_gain")


@stretch
@vectorised
def test_no_loop_over_labels():
    """The interpreter's work does not grow with the number of labels, for 3 classes and 4 groups"""

    def rows(n):
        return np.arange(n) % 3, np.arange(n) // 7 % 4

    flat_growth(lambda n: information_gain(*rows(n)), sizes=(200, 1200), what="rows")
    flat_growth(lambda n: label_entropy(rows(n)[0]), sizes=(200, 1200), what="labels")
