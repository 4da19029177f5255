"""Hidden tests for train-test-split."""

import math
import random

import numpy as np
from solution import train_test_split

from drillkit.testing import (
    array,
    check,
    contract,
    correctness,
    each,
    edge,
    equal,
    raises,
    unpack,
)

PARTS = ("X_train", "X_test", "y_train", "y_test")


def data(n, d=3):
    """X with the row's number in column 0 and other numbers beside it, and y = 1000 + the row's number."""
    X = np.random.default_rng(n).normal(size=(n, d))
    X[:, 0] = np.arange(n)
    return X, np.arange(1000, 1000 + n)


def split(X, y, *args, **kwargs):
    """The four parts as arrays, X with as many columns as it had; lengths are judged elsewhere."""
    X_train, X_test, y_train, y_test = unpack(train_test_split(X, y, *args, **kwargs), *PARTS)
    d = X.shape[1]
    return (
        array(X_train, shape=(None, d), kind="f", what="X_train"),
        array(X_test, shape=(None, d), kind="f", what="X_test"),
        array(y_train, shape=(None,), kind="n", what="y_train"),
        array(y_test, shape=(None,), kind="n", what="y_test"),
    )


def chosen(n, **kwargs):
    """The numbers of the rows that went to the test part, sorted."""
    X, y = data(n)
    return np.sort(split(X, y, **kwargs)[1][:, 0]).astype(int).tolist()


@contract
def test_four_parts_in_order():
    """The parts come as X_train, X_test, y_train, y_test"""
    X, y = data(20, d=2)
    X_train, X_test, y_train, y_test = unpack(train_test_split(X, y, test_size=0.25, random_state=0), *PARTS)
    array(X_train, shape=(None, 2), kind="f", what="X_train")
    array(X_test, shape=(None, 2), kind="f", what="X_test")
    array(y_train, shape=(None,), kind="i", what="y_train")
    array(y_test, shape=(None,), kind="i", what="y_test")


@correctness
@each(("n", "d"), [(10, 2), (60, 3), (500, 1)])
def test_rows_stay_paired(n, d):
    """Each row of X keeps its entry of y (n = {n}, d = {d})"""
    X, y = data(n, d)
    X_train, X_test, y_train, y_test = split(X, y, test_size=0.3, random_state=4)
    for name, rows, labels in (("train", X_train, y_train), ("test", X_test, y_test)):
        check(len(rows) == len(labels), f"X_{name} and y_{name} differ in length", returned=[len(rows), len(labels)])
        equal(labels, 1000 + rows[:, 0].astype(int), kind="n", what=f"y_{name}")
        equal(rows, X[np.clip(rows[:, 0].astype(int), 0, n - 1)], what=f"X_{name}")


@correctness
@each("seed", [0, 1, 2])
def test_no_row_in_both_parts(seed):
    """No row lies in both parts"""
    X, y = data(40)
    X_train, X_test, y_train, y_test = split(X, y, test_size=0.4, random_state=seed)
    for name, train, test in (("X", X_train[:, 0], X_test[:, 0]), ("y", y_train, y_test)):
        both = sorted(set(train.tolist()) & set(test.tolist()))
        check(not both, f"{len(both)} rows of {name} lie in both parts", returned=both)


@correctness
@each("seed", [0, 1, 2])
def test_no_row_lost_or_repeated(seed):
    """Both parts together hold every row exactly once"""
    X, y = data(40)
    X_train, X_test, y_train, y_test = split(X, y, test_size=0.4, random_state=seed)
    equal(np.sort(np.concatenate([X_train[:, 0], X_test[:, 0]])), np.arange(40.0), what="the rows of X_train and X_test, sorted")
    equal(np.sort(np.concatenate([y_train, y_test])), y, kind="n", what="y_train and y_test, sorted")


@correctness
@each(("n", "test_size"), [(7, 0.3), (11, 0.37), (23, 0.2), (9, 0.8), (101, 0.25), (1003, 0.1)])
def test_fractional_sizes(n, test_size):
    """n = {n}, test_size = {test_size}: the test part is rounded up or down"""
    X, y = data(n)
    allowed = (math.floor(n * test_size), math.ceil(n * test_size))
    X_train, X_test, y_train, y_test = split(X, y, test_size=test_size, random_state=3)
    for name, test, train in (("X", X_test, X_train), ("y", y_test, y_train)):
        check(
            len(test) in allowed,
            f"{name}_test has {len(test)} rows, not {allowed[0]} or {allowed[1]}",
            returned=len(test),
            expected=list(allowed),
        )
        check(
            len(train) == n - len(test),
            f"{name}_train has {len(train)} rows, not {n - len(test)}",
            returned=len(train),
            expected=n - len(test),
        )


@correctness
@each(("n", "test_size", "n_test"), [(8, 0.25, 2), (40, 0.75, 30), (50, 0.5, 25), (100, 0.01, 1), (10, 0.2, 2)])
def test_whole_sizes(n, test_size, n_test):
    """n = {n}, test_size = {test_size}: the test part has size {n_test} exactly"""
    X, y = data(n)
    X_train, X_test, y_train, y_test = split(X, y, test_size=test_size, random_state=3)
    equal([len(X_train), len(X_test), len(y_train), len(y_test)], [n - n_test, n_test] * 2, what="the lengths of the four parts")


@contract
def test_default_size():
    """Without test_size a fifth of the rows is for testing"""
    X, y = data(50)
    X_train, X_test, y_train, y_test = split(X, y, random_state=5)
    equal([len(X_train), len(X_test), len(y_train), len(y_test)], [40, 10, 40, 10], what="the lengths of the four parts")


@contract
@each("seed", [0, 1, 42])
def test_same_seed_same_split(seed):
    """The seed {seed} gives the same split each time"""
    X, y = data(60)
    first = split(X, y, test_size=0.3, random_state=seed)
    again = split(X, y, test_size=0.3, random_state=seed)
    for name, one, other in zip(PARTS, again, first, strict=True):
        equal(one, other, kind="n", what=f"{name} of the second call")


@contract
def test_another_seed_another_split():
    """Different seeds give different splits"""
    splits = [chosen(60, test_size=0.3, random_state=seed) for seed in (0, 1, 2, 42)]
    check(len({tuple(rows) for rows in splits}) == 4, "two of the seeds 0, 1, 2 and 42 choose the same test rows", returned=splits)


@contract
def test_without_seed():
    """random_state=None splits too"""
    X, y = data(30)
    for kwargs in ({}, {"random_state": None}):
        X_train, X_test, y_train, y_test = split(X, y, **kwargs)
        equal(np.sort(np.concatenate([X_train[:, 0], X_test[:, 0]])), np.arange(30.0), what="the rows of X_train and X_test, sorted")
        equal(y_test, 1000 + X_test[:, 0].astype(int), kind="n", what="y_test")


@correctness
@each("seed", [0, 3, 11])
def test_not_head_or_tail(seed):
    """The test rows are not simply the first or the last ones"""
    rows = chosen(100, test_size=0.2, random_state=seed)
    check(rows != list(range(20)), "the test part is the first rows of the data", returned=rows)
    check(rows != list(range(80, 100)), "the test part is the last rows of the data", returned=rows)


@correctness
def test_each_row_as_likely():
    """Each row is as likely as any other to be in the test part"""
    draws = 200
    counts = np.zeros(12)
    for seed in range(draws):
        counts[[row for row in chosen(12, test_size=0.25, random_state=seed) if 0 <= row < 12]] += 1
    share = counts / draws
    margin = 6 * math.sqrt(0.25 * 0.75 / draws)
    check(
        np.abs(share - 0.25).max() < margin,
        "over 200 seeds some rows are tested far more often than others",
        returned=share,
        expected=np.full(12, 0.25),
    )


@correctness
def test_neighbours_are_independent():
    """Neighbouring rows do not go to the test part together"""
    draws, n, k = 200, 20, 5
    together = 0
    for seed in range(draws):
        rows = set(chosen(n, test_size=0.25, random_state=seed))
        together += sum(row in rows and row + 1 in rows for row in range(0, n, 2))
    expected = n / 2 * k * (k - 1) / (n * (n - 1))  # mean number of the pairs (0, 1), (2, 3), … in one test part
    # The pairs of one draw are not independent; each draw has 0, 1 or 2 of them, so a variance of at most 2 * mean.
    margin = 6 * math.sqrt(2 * expected / draws)
    mean = together / draws
    check(abs(mean - expected) < margin, "neighbours are drawn together too often or too rarely", returned=mean, expected=expected)


@contract
@each("seed", [None, 0, 7])
def test_global_state_untouched(seed):
    """random_state={seed} leaves the global random state alone"""
    X, y = data(25)
    numpys, pythons = np.random.get_state()[1].tolist(), list(random.getstate()[1])
    position = np.random.get_state()[2]
    split(X, y, test_size=0.2, random_state=seed)
    check(np.random.get_state()[1].tolist() == numpys and np.random.get_state()[2] == position, "the state of np.random has changed")
    check(list(random.getstate()[1]) == pythons, "the state of random has changed")


@contract
def test_types_are_kept():
    """Integers stay integers, floats floats and strings strings"""
    names = np.array(["ant", "bee", "cow", "doe", "elk", "fox", "gnu", "hen"])
    X = np.arange(16.0).reshape(8, 2) + 0.5
    X_train, X_test, y_train, y_test = unpack(train_test_split(X, names, test_size=0.25, random_state=2), *PARTS)
    X_train, X_test = array(X_train, shape=(6, 2), kind="f", what="X_train"), array(X_test, shape=(2, 2), kind="f", what="X_test")
    equal(y_train, names[np.clip(X_train[:, 0] // 2, 0, 7).astype(int)], what="y_train")
    equal(y_test, names[np.clip(X_test[:, 0] // 2, 0, 7).astype(int)], what="y_test")
    X = np.arange(24, dtype=np.int8).reshape(8, 3)
    y = np.arange(8) / 8 + 0.0625
    X_train, X_test, y_train, y_test = unpack(train_test_split(X, y, test_size=0.25, random_state=2), *PARTS)
    X_train, X_test = array(X_train, shape=(6, 3), kind="i", what="X_train"), array(X_test, shape=(2, 3), kind="i", what="X_test")
    equal(array(y_train, shape=(6,), kind="f", what="y_train"), y[np.clip(X_train[:, 0] // 3, 0, 7)], what="y_train")
    equal(array(y_test, shape=(2,), kind="f", what="y_test"), y[np.clip(X_test[:, 0] // 3, 0, 7)], what="y_test")


@edge
@each(("n", "d", "test_size"), [(2, 1, 0.5), (2, 4, 0.5), (4, 1, 0.25), (4, 1, 0.75)])
def test_small_and_narrow(n, d, test_size):
    """n = {n}, d = {d}, test_size = {test_size} is split like any other"""
    X, y = data(n, d)
    X_train, X_test, y_train, y_test = split(X, y, test_size, 6)
    equal([len(X_train), len(X_test)], [n - int(n * test_size), int(n * test_size)], what="the lengths of X_train and X_test")
    equal(np.sort(np.concatenate([y_train, y_test])), y, kind="n", what="y_train and y_test, sorted")
    equal(y_test, 1000 + X_test[:, 0].astype(int), kind="n", what="y_test")


@contract
@each("test_size", [0.0, 1.0, -0.25, -0.01, 1.01, 1.5, 0, 1, 3], ids=repr)
def test_refuses_test_size(test_size):
    """test_size={test_size} raises ValueError"""
    X, y = data(10)
    with raises(ValueError):
        train_test_split(X, y, test_size=test_size, random_state=0)


@contract
@each("n", [0, 1])
@each("test_size", [0.2, 0.5, 0.9])
def test_refuses_too_few_rows(n, test_size):
    """n = {n}, test_size = {test_size}: a part would be empty, so ValueError"""
    X, y = data(n)
    with raises(ValueError):
        train_test_split(X, y, test_size=test_size, random_state=0)


@edge
@each(("n", "test_size"), [(3, 0.2), (2, 0.1), (9, 0.05), (3, 0.9), (2, 0.95), (9, 0.95)])
def test_no_empty_part(n, test_size):
    """n = {n}, test_size = {test_size}: a row or more in each part, or ValueError"""
    X, y = data(n)
    try:
        parts = split(X, y, test_size=test_size, random_state=9)
    except ValueError:
        return
    check(all(len(part) > 0 for part in parts), "a part is empty", returned=parts)


@contract
@each(("n_X", "n_y"), [(10, 9), (9, 10), (10, 20), (20, 10), (10, 1), (10, 0)])
def test_refuses_different_lengths(n_X, n_y):
    """Lengths {n_X} of X and {n_y} of y raise ValueError"""
    with raises(ValueError):
        train_test_split(data(n_X)[0], data(n_y)[1], test_size=0.3, random_state=0)


@contract
def test_arguments_left_alone():
    """X and y are not modified"""
    X, y = data(30)
    before = X.copy(), y.copy()
    split(X, y, test_size=0.3, random_state=8)
    equal(X, before[0], what="X after the call")
    equal(y, before[1], what="y after the call")
