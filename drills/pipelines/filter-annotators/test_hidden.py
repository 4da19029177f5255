"""Hidden tests for filtering annotators."""

import math
from collections import Counter, defaultdict

import numpy as np
from solution import agreement, filter_annotators

from drillkit.testing import (
    array,
    close,
    contract,
    correctness,
    each,
    edge,
    equal,
    flat_growth,
    no_warnings,
    part,
    raises,
    unpack,
    vectorised,
)


def votes(text):
    """Arrays (annotators, items, labels) of votes written as "annotator item label, …"."""
    rows = [vote.split() for vote in text.split(",")]
    return tuple(np.array(column) for column in zip(*rows, strict=True))


def top_of(labels):
    """The label that is alone at the top of a list, or None."""
    ranked = sorted((labels.count(label), label) for label in set(labels))[-2:]
    if not ranked or (len(ranked) == 2 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[-1][1]


def agreement_by_hand(annotators, items, labels):
    """(ids, counted, rate) vote by vote."""
    rows = list(zip(annotators.tolist(), items.tolist(), labels.tolist(), strict=True))
    ids = sorted({who for who, _, _ in rows})
    counted, agreed = dict.fromkeys(ids, 0), dict.fromkeys(ids, 0)
    ballots = defaultdict(list)
    for who, item, label in rows:
        ballots[item].append((who, label))
    for who, item, label in rows:
        majority = top_of([other for person, other in ballots[item] if person != who])
        if majority is not None:
            counted[who] += 1
            agreed[who] += majority == label
    return ids, [counted[who] for who in ids], [agreed[who] / counted[who] if counted[who] else math.nan for who in ids]


def filter_by_hand(annotators, items, labels, min_agreement, min_votes):
    """(kept, item_ids, consensus) vote by vote."""
    ids, counted, rate = agreement_by_hand(annotators, items, labels)
    kept = [who for who, n, r in zip(ids, counted, rate, strict=True) if n >= max(min_votes, 1) and r >= min_agreement]
    ballots = defaultdict(Counter)
    for who, item, label in zip(annotators.tolist(), items.tolist(), labels.tolist(), strict=True):
        if who in kept:
            ballots[item][label] += 1
    item_ids = sorted(ballots)
    return kept, item_ids, [min(ballots[i], key=lambda label: (-ballots[i][label], label)) for i in item_ids]


def agrees(result, expected, what=""):
    ids, counted, rate = unpack(result, "ids", "counted", "rate")
    equal(ids, expected[0], what=f"ids{what}")
    equal(counted, expected[1], what=f"counted{what}")
    close(rate, expected[2], what=f"rate{what}")


def filtered(result, expected, what=""):
    """Compare a result of Part 2; an empty array has no kind that could be wrong."""
    for name, actual, wanted in zip(("kept", "item_ids", "consensus"), unpack(result, "kept", "item_ids", "consensus"), expected, strict=True):
        if len(wanted):
            equal(actual, wanted, what=name + what)
        else:
            array(actual, shape=(0,), what=name + what)


def crew(seed):
    """Votes of 5 annotators on 20 items with 3 labels, each with a care and a coverage of their own, in random order."""
    rng = np.random.default_rng(seed)
    truth = rng.integers(0, 3, size=20)
    care, coverage = rng.choice([0.1, 0.5, 0.8, 0.95], size=5), rng.choice([0.1, 0.4, 0.7, 1.0], size=5)
    who, item = np.nonzero(rng.random((5, 20)) < coverage[:, None])
    if len(who) == 0:
        who, item = np.array([0]), np.array([0])
    label = np.where(rng.random(len(who)) < care[who], truth[item], rng.integers(0, 3, size=len(who)))
    order = rng.permutation(len(who))
    who, item, label = who[order], item[order], label[order]
    if seed % 2:
        return np.array(["zoe", "al", "mia", "Ben", "eve"])[who], rng.permutation(20)[item] * 7 - 60, np.array(["b", "aa", "c"])[label]
    return np.array([40, -3, 7, 100, 12])[who], np.array([f"item {i}" for i in range(20)])[item], np.array([9, 10, -2])[label]


# --- Part 1 ---


@correctness
@part(1)
def test_agreement_by_hand():
    """Each vote is compared with the majority of the others"""
    data = votes("a 1 x, b 1 x, c 1 x, d 1 y, a 2 y, b 2 y, c 2 y, d 2 y, d 3 x, c 3 x, b 3 x, a 3 y")
    agrees(agreement(*data), (["a", "b", "c", "d"], [3, 3, 3, 3], [2 / 3, 1.0, 1.0, 2 / 3]))
    agrees(agreement(np.array([3, 1, 2]), np.array([5, 5, 5]), np.array([0, 0, 0])), ([1, 2, 3], [1, 1, 1], [1.0, 1.0, 1.0]))


@correctness
@part(1)
def test_agreement_of_random_crews():
    """30 random crews agree as counted by hand"""
    for seed in range(30):
        data = crew(seed)
        agrees(agreement(*data), agreement_by_hand(*data), what=f" of crew {seed}")


@correctness
@part(1)
def test_own_vote_is_left_out():
    """An annotator's own vote is not part of the majority it is compared with"""
    # On item 1, a and b see x and y; c sees x twice. On item 3 everybody sees one label twice: the other one.
    data = votes("a 1 x, b 1 x, c 1 y, a 2 x, b 2 y, a 3 x, b 3 x, c 3 y, d 3 y")
    agrees(agreement(*data), (["a", "b", "c", "d"], [2, 2, 2, 1], [0.0, 0.0, 0.0, 0.0]))


@correctness
@part(1)
def test_tied_others_do_not_count():
    """A vote is not counted when the others tie at the top, whatever it says"""
    # e sees two x and two y on item 1, d sees two x on item 2, a and b see x and y there, and so on.
    data = votes("a 1 x, b 1 x, c 1 y, d 1 y, e 1 z, b 2 x, a 2 x, d 2 y, a 3 z, b 3 z, c 3 z, d 3 z")
    agrees(agreement(*data), (["a", "b", "c", "d", "e"], [2, 2, 2, 3, 0], [0.5, 0.5, 0.5, 1 / 3, math.nan]))


@correctness
@part(1)
def test_alone_at_the_top_is_enough():
    """The majority of the others need not be more than half of them"""
    data = votes("a 1 x, b 1 x, c 1 x, d 1 y, e 1 z, f 1 w")
    agrees(agreement(*data), (list("abcdef"), [1] * 6, [1.0, 1.0, 1.0, 0.0, 0.0, 0.0]))


@edge
@part(1)
def test_lone_votes():
    """A vote without others is not counted; without a counted vote the rate is NaN, without a warning"""
    with no_warnings():
        agrees(agreement(np.array([7]), np.array([1]), np.array([5])), ([7], [0], [math.nan]), what=" of a single vote")
    data = votes("a 1 x, a 2 x, b 2 x, c 3 x, d 4 x")
    with no_warnings():
        agrees(agreement(*data), (list("abcd"), [1, 1, 0, 0], [1.0, 1.0, math.nan, math.nan]), what=" when all labels are alike")
    data = votes("a 1 x, a 2 y, b 2 y, c 3 y, d 4 x")
    with no_warnings():
        agrees(agreement(*data), (list("abcd"), [1, 1, 0, 0], [1.0, 1.0, math.nan, math.nan]), what=" with two labels")


@edge
@part(1)
@each(
    ("ids", "items", "labels"),
    [
        ([-7, 2, 10], [-1, 0, 5], [-4, 3]),
        ([2**60, -(10**15), 2**60 + 1], [2**53, 2**53 + 1, -9], [2**53, 2**53 + 1]),
        (["b", "a long name", "B"], ["10", "9", "-1"], ["yes", "not at all"]),
        (np.array([-128, 100, 127], dtype=np.int8), np.array([127, -128, 3], dtype=np.int8), np.array([200, 7], dtype=np.uint8)),
    ],
    ids=["negative", "large", "strings", "int8"],
)
def test_names_of_any_kind(ids, items, labels):
    """Annotators, items and labels may be any integers or strings"""
    ids, items, labels = np.array(ids), np.array(items), np.array(labels)
    data = (ids[[2, 0, 1, 0, 1, 2, 1]], items[[0, 0, 0, 1, 1, 1, 2]], labels[[0, 0, 0, 0, 0, 1, 0]])
    agrees(agreement(*data), agreement_by_hand(*data))


def crowd():
    """280 votes on one item: 260 for "x", then 20 for "y"."""
    return np.arange(280), np.zeros(280, dtype=int), np.repeat(["x", "y"], [260, 20])


@edge
@part(1)
def test_hundreds_on_one_item():
    """260 votes against 20 on one item are a majority"""
    agrees(agreement(*crowd()), (list(range(280)), [1] * 280, [1.0] * 260 + [0.0] * 20))


@contract
@part(1)
@each("labels", [["x", "y", "x", "x"], ["x", "y", "y", "x"]], ids=["same label", "another label"])
def test_pair_twice(labels):
    """A second vote of an annotator on the same item raises ValueError"""
    with raises(ValueError):
        agreement(np.array(["a", "b", "b", "a"]), np.array([1, 1, 2, 1]), np.array(labels))


@edge
@part(1)
def test_pairs_that_only_look_alike():
    """Different pairs are not taken for the same one: ("a", "11") and ("a1", "1"), (1, 12) and (2, 2)"""
    data = votes("a 11 x, a1 1 x, a1 11 x, a 1 y")
    agrees(agreement(*data), (["a", "a1"], [2, 2], [0.5, 0.5]), what=" of strings")
    data = np.array([1, 2, 1, 2]), np.array([12, 2, 2, 12]), np.array([5, 5, 6, 5])
    agrees(agreement(*data), ([1, 2], [2, 2], [0.5, 0.5]), what=" of integers")
    data = np.array([0, 5, 0, 5, 0]), np.array([5, 0, 0, 5, 300]), np.array([1, 1, 1, 2, 1])
    agrees(agreement(*data), ([0, 5], [2, 2], [0.5, 0.5]), what=" of integers that occur on both sides")


def many(n_annotators, n_items):
    """Everybody votes on everything."""
    rng = np.random.default_rng(n_items)
    who, item = np.divmod(np.arange(n_annotators * n_items), n_items)
    return who, item, rng.integers(0, 3, size=len(who))


@vectorised
@part(1)
def test_agreement_without_a_loop():
    """agreement: the interpreter's work does not grow with the votes"""
    flat_growth(lambda n: agreement(*many(2, n // 2)), sizes=(200, 1200), what="votes, with more items")
    flat_growth(lambda n: agreement(*many(n, 1)), sizes=(200, 1200), what="votes, with more annotators")


# --- Part 2 ---


@correctness
@part(2)
def test_filter_random_crews():
    """30 other random crews are filtered as by hand"""
    for seed in range(30, 60):
        data = crew(seed)
        min_agreement, min_votes = (0.25, 0.6, 0.75, 0.5)[seed % 4], (3, 1, 6)[seed % 3]
        expected = filter_by_hand(*data, min_agreement, min_votes)
        filtered(filter_annotators(*data, min_agreement=min_agreement, min_votes=min_votes), expected, what=f" of crew {seed}")


def crew_at_threshold(agreeing, counted):
    """b, c and d always agree with each other on `counted` items; a agrees with them on the first `agreeing`."""
    rows = [f"{who} {i} x" for i in range(1, counted + 1) for who in "bcd"]
    return votes(", ".join(rows + [f"a {i} {'x' if i <= agreeing else 'y'}" for i in range(1, counted + 1)]))


@correctness
@part(2)
@each(
    ("agreeing", "counted", "a_stays"),
    [(3, 5, True), (2, 5, False), (3, 3, True), (2, 2, False), (6, 10, True), (4, 7, False), (10, 17, False), (4, 4, True)],
)
def test_exactly_at_the_thresholds(agreeing, counted, a_stays):
    """By default 3 of 5 is enough, and 3 counted votes are: {agreeing} of {counted}"""
    data = crew_at_threshold(agreeing, counted)
    kept = (list("abcd") if a_stays else list("bcd")) if counted >= 3 else []
    labels = ["x"] * counted if kept else []
    filtered(filter_annotators(*data), (kept, sorted(map(str, range(1, counted + 1))) if kept else [], labels))


@correctness
@part(2)
def test_min_votes_counts_counted_votes():
    """min_votes is about counted votes, not about all votes of an annotator"""
    # a votes on five items, but alone on two of them and beside a tie on one more.
    data = votes("a 1 x, b 1 x, c 1 x, a 2 x, b 2 x, c 2 x, b 3 x, c 3 x, d 3 x, a 4 x, a 5 x, a 6 x, b 6 x, c 6 y")
    filtered(filter_annotators(*data, min_votes=3), (["b", "c"], ["1", "2", "3", "6"], ["x", "x", "x", "x"]), what=" at 3")
    filtered(
        filter_annotators(*data, min_votes=2),
        (["a", "b", "c"], ["1", "2", "3", "4", "5", "6"], ["x"] * 6),
        what=" at 2",
    )


@correctness
@part(2)
def test_one_pass():
    """The rates are those among all annotators; they are not computed again among the kept"""
    # c has only two counted votes and goes. Without c, d would have only two as well, and item 3 would turn to x.
    data = votes("a 1 y, a 2 y, a 3 x, b 1 y, b 2 y, b 3 y, b 4 x, c 2 y, c 3 y, d 2 y, d 3 y, d 4 y")
    filtered(filter_annotators(*data), (["a", "b", "d"], ["1", "2", "3", "4"], ["y", "y", "y", "x"]))


@correctness
@part(2)
def test_only_kept_annotators_vote():
    """The consensus is decided by the kept annotators alone; an item without a vote of theirs is absent"""
    # On item 4 the careless d, e and f outvote a and b; items 6 and 0 are theirs alone.
    data = votes(
        "a 1 x, b 1 x, c 1 x, d 1 y, e 1 z, a 2 y, b 2 y, c 2 y, d 2 x, f 2 z, a 3 z, b 3 z, c 3 z, e 3 x, f 3 y, "
        "a 5 x, b 5 x, c 5 x, d 5 y, e 5 z, f 5 z, a 4 x, b 4 x, d 4 y, e 4 y, f 4 y, d 6 y, e 6 y, d 0 x"
    )
    filtered(filter_annotators(*data), (["a", "b", "c"], ["1", "2", "3", "4", "5"], ["x", "y", "z", "x", "x"]))


@edge
@part(2)
@each(
    ("first", "second"),
    [(9, 10), (-5, 3), (-10, -9), (2**53, 2**53 + 1), ("B", "a"), ("10", "9"), ("a", "aa")],
    ids=["9 and 10", "-5 and 3", "-10 and -9", "large neighbours", "B and a", "the strings 10 and 9", "a and aa"],
)
def test_ties_of_the_new_vote(first, second):
    """A tie among the kept goes to the smallest label"""
    for one, two in ((first, second), (second, first)):
        annotators = np.array([1, 2, 3, 4] * 5)
        items = np.repeat([20, 3, -1, 7, 8], 4)
        labels = np.array([one] * 12 + [one, two, one, two, two, two, one, one])
        expected = [1, 2, 3, 4], [-1, 3, 7, 8, 20], [one, one, first, first, one]
        filtered(filter_annotators(annotators, items, labels, min_agreement=0.5), expected)


@edge
@part(2)
def test_hundreds_vote_again():
    """260 kept votes for one label beat 20 for another"""
    filtered(filter_annotators(*crowd(), min_agreement=0.0, min_votes=1), (list(range(280)), [0], ["x"]))


@edge
@part(2)
def test_nobody_kept():
    """When nobody is kept, all three results are empty"""
    nothing = [], [], []
    filtered(filter_annotators(*votes("a 1 x, b 1 x, c 1 x")), nothing, what=" with too few votes")
    filtered(filter_annotators(*votes("a 1 x, b 1 y, a 2 x, b 2 y"), min_votes=1), nothing, what=" without agreement")
    filtered(filter_annotators(np.array([4]), np.array([2]), np.array([8])), nothing, what=" of a single vote")


@edge
@part(2)
def test_never_without_a_counted_vote():
    """An annotator without a counted vote is not kept, even with both thresholds at 0"""
    data = votes("a 1 x, b 1 y, c 2 x, d 3 x, d 4 y, f 5 x, g 5 y, h 5 z")
    with no_warnings():
        result = filter_annotators(*data, min_agreement=0.0, min_votes=0)
    filtered(result, (["a", "b"], ["1"], ["x"]))


@contract
@part(2)
def test_filter_refuses_a_pair_twice():
    """filter_annotators raises ValueError for a pair that occurs twice, also of an annotator who would not be kept"""
    with raises(ValueError):
        filter_annotators(np.array(["a", "b", "b"]), np.array([1, 1, 1]), np.array(["x", "x", "x"]))
    annotators, items, labels = crew_at_threshold(0, 5)
    with raises(ValueError):
        filter_annotators(np.append(annotators, "a"), np.append(items, "3"), np.append(labels, "x"))


@vectorised
@part(2)
def test_filter_without_a_loop():
    """filter_annotators: the interpreter's work does not grow with the votes"""
    flat_growth(lambda n: filter_annotators(*many(2, n // 2), 0.1, 1), sizes=(200, 1200), what="votes, with more items")
    flat_growth(lambda n: filter_annotators(*many(n, 1), 0.1, 1), sizes=(200, 1200), what="votes, with more annotators")
