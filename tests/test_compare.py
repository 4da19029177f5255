"""Comparators: what passes, what fails, and what a failure says."""

from __future__ import annotations

import math

import numpy as np
import pytest

from drillkit.testing import Mismatch, array, check, close, equal, mapping, number, same_items, truth, unpack, up_to_names, up_to_sign

nan, inf = math.nan, math.inf

CLOSE = {
    "an equal float": (1.0, 1.0),
    "within rtol": (1.0 + 5e-10, 1.0),
    "a NumPy scalar": (np.float32(0.5), 0.5),
    "a 0-d array": (np.array(0.5), 0.5),
    "an int for a float": (2, 2.0),
    "a list for an array": ([1, 2.0], np.array([1.0, 2.0])),
    "a tuple for an array": ((1.0, 2.0), [1.0, 2.0]),
    "a list of NumPy scalars": ([np.float64(1), np.float64(2)], [1.0, 2.0]),
    "a list of arrays": ([np.array([1.0, 2.0])], [[1.0, 2.0]]),
    "float32 for float64": (np.array([0.5], np.float32), [0.5]),
    "NaN in the same place": ([1.0, nan], [1.0, nan]),
    "infinities": ([inf, -inf], [inf, -inf]),
    "nothing": (np.zeros((0, 3)), np.zeros((0, 3))),
    "an empty list": ([], np.zeros(0)),
    "huge numbers": ([1e308], [1e308]),
}


@pytest.mark.parametrize(("actual", "expected"), CLOSE.values(), ids=CLOSE.keys())
def test_close_takes(actual, expected):
    """`close` takes every right way of giving numbers."""
    close(actual, expected)


NOT_CLOSE = {
    "(n, 1) for (n,)": (np.ones((3, 1)), np.ones(3), "wrong shape: expected (3,), got (3, 1)"),
    "an empty array": (np.array([]), 5.0, "wrong shape: expected a single number, got an array of shape (0,)"),
    "a 1-element array": (np.array([5.0]), 5.0, "wrong shape: expected a single number, got an array of shape (1,)"),
    "a number for an array": (1.0, np.ones(2), "wrong shape: expected shape (2,), got a single float"),
    "NaN for a number": (nan, 1.0, "the result is NaN"),
    "NaN in an array": ([1.0, nan], [1.0, 2.0], "NaN at [1], expected 2.0"),
    "a number for NaN": ([1.0, 2.0], [1.0, nan], "expected NaN at [1], got 2.0"),
    "infinity": ([inf], [1.0], "entry [0] is inf, expected 1"),
    "the other infinity": ([-inf], [inf], "entry [0] is -inf, expected inf"),
    "integers": (np.array([1, 2]), [1.0, 2.0], "wrong dtype: expected floats, got int64"),
    "booleans": (np.array([True, False]), [1.0, 0.0], "wrong dtype: expected floats, got bool"),
    "a bool": (True, 1.0, "wrong dtype: expected float, got bool"),
    "complex": (np.array([1 + 0j]), [1.0], "wrong dtype: expected floats, got complex128"),
    "strings": (["1.0"], [1.0], "wrong dtype: expected floats"),
    "None": (None, [1.0], "wrong type: expected an array, got None"),
    "a dict": ({}, 1.0, "wrong type: expected a number, got a dict"),
    "a ragged list": ([[1.0], [1.0, 2.0]], [[1.0], [2.0]], "wrong shape: rows of different lengths"),
    "a list with None": ([1.0, None], [1.0, 2.0], "wrong type: expected an array, got one that holds None"),
    "the worst entry": ([1.0, 2.5, 3.1], [1.0, 2.0, 3.0], "entry [1] is 2.5, expected 2 (2 of 3 entries are off)"),
    "a close miss": (1.0000001, 1.0, "the result is 1.0000001, expected 1"),
}


@pytest.mark.parametrize(("actual", "expected", "message"), NOT_CLOSE.values(), ids=NOT_CLOSE.keys())
def test_close_refuses(actual, expected, message):
    """`close` refuses what is not the number, and says what kind of mistake it is."""
    with pytest.raises(Mismatch) as caught:
        close(actual, expected)
    assert caught.value.message.startswith(message)


EQUAL = {
    "ints": (3, 3),
    "a NumPy int": (np.int32(3), 3),
    "an int for a float without fraction": (3.0, 3),
    "strings": ("a", "a"),
    "None": (None, None),
    "bools": (True, True),
    "a NumPy bool": (np.True_, True),
    "a list for an int array": ([1, 2], np.array([1, 2])),
    "int32 for int64": (np.array([1, 2], np.int32), [1, 2]),
    "unsigned": (np.array([1, 2], np.uint8), [1, 2]),
    "a string array": (np.array(["a", "b"]), ["a", "b"]),
    "strings as objects": (np.array(["a", "b"], object), ["a", "b"]),
    "a tuple for a list": ((1, "a"), [1, "a"]),
    "a list for a tuple": ([1, "a"], (1, "a")),
    "dicts": ({"a": [1, 2]}, {"a": (1, 2)}),
    "sets": ({1, 2}, {2, 1}),
    "nested": ([("a", 1), ("b", 2)], [("a", 1), ("b", 2)]),
    "an empty list": ([], []),
    "bytes": (b"x", b"x"),
}


@pytest.mark.parametrize(("actual", "expected"), EQUAL.values(), ids=EQUAL.keys())
def test_equal_takes(actual, expected):
    """`equal` takes the same value in any right dress."""
    equal(actual, expected)


NOT_EQUAL = {
    "True for 1": (True, 1),
    "1 for True": (1, True),
    "a string for a number": ("3", 3),
    "None for 0": (None, 0),
    "floats for ints": (np.array([1.0, 2.0]), [1, 2]),
    "bools for ints": (np.array([True, False]), [1, 0]),
    "another length": ([1, 2, 3], [1, 2]),
    "another order": ([2, 1], [1, 2]),
    "a column for a row": (np.array([[1], [2]]), [1, 2]),
    "a missing key": ({}, {"a": 1}),
    "an extra key": ({"a": 1, "b": 2}, {"a": 1}),
    "a list for a set": ([1, 2], {1, 2}),
    "nothing for something": ([], [1]),
    "something for nothing": ([1], []),
    "another string": (np.array(["a", "c"]), ["a", "b"]),
}


@pytest.mark.parametrize(("actual", "expected"), NOT_EQUAL.values(), ids=NOT_EQUAL.keys())
def test_equal_refuses(actual, expected):
    """`equal` refuses another value, type, length or order."""
    with pytest.raises(Mismatch):
        equal(actual, expected)


class Agreeable:
    """Claims to equal everything and to be of any shape."""

    shape, dtype, ndim = (2,), np.dtype(float), 1

    def __eq__(self, other):
        return True

    def __array__(self, *args, **kwargs):
        return np.array([1.0, 2.0])

    def __iter__(self):
        return iter((1.0, 2.0))

    def __len__(self):
        return 2

    __hash__ = None


@pytest.mark.parametrize(
    "compare",
    [
        lambda x: close(x, [1.0, 2.0]),
        lambda x: equal(x, [1, 2]),
        lambda x: equal([x], ["a"]),
        lambda x: array(x, (2,)),
        lambda x: number(x),
        lambda x: truth(x, True),
        lambda x: unpack(x, "a", "b"),
        lambda x: mapping(x),
        lambda x: same_items(x, [1.0, 2.0]),
        lambda x: up_to_sign(x, [1.0, 2.0]),
        lambda x: up_to_names(x, [0, 1]),
    ],
    ids="close equal equal-inside array number truth unpack mapping same_items up_to_sign up_to_names".split(),
)
def test_nothing_takes_an_object_that_agrees(compare):
    """No comparator is taken in by an object that equals everything."""
    with pytest.raises(Mismatch):
        compare(Agreeable())


def test_array_checks_shape_with_wildcards():
    """`array` matches None in a shape with any length and returns an array to compute with."""
    assert array([[1.0, 2.0]], (None, 2), kind="f").sum() == 3.0
    with pytest.raises(Mismatch, match=r"expected \(any, 3\), got \(1, 2\)"):
        array([[1.0, 2.0]], (None, 3))
    with pytest.raises(Mismatch, match=r"NaN at \[0, 1\]"):
        array([[1.0, nan]], (1, 2))
    with pytest.raises(Mismatch, match="expected float32, got float64"):
        array(np.ones(2), dtype=np.float32)


def test_number_has_inclusive_bounds():
    """`number` returns a float within inclusive bounds and never NaN."""
    assert number(1, 0.0, 1.0) == 1.0
    for wrong in (1.5, nan, np.array([0.5]), "0.5", True):
        with pytest.raises(Mismatch):
            number(wrong, 0.0, 1.0)


def test_truth_wants_a_bool():
    """`truth` takes bools of Python and NumPy and nothing that is merely truthy."""
    truth(np.bool_(False), False)
    for wrong in (1, "yes", [True], np.array([True])):
        with pytest.raises(Mismatch):
            truth(wrong, True)


def test_unpack_names_what_is_expected():
    """`unpack` says what the entries of the tuple are."""
    assert unpack([1, 2], "a", "b") == (1, 2)
    with pytest.raises(Mismatch, match=r"expected a tuple \(indices, scores\), got None"):
        unpack(None, "indices", "scores")
    with pytest.raises(Mismatch, match="got 3 entries"):
        unpack((1, 2, 3), "indices", "scores")


def test_same_items_ignores_order_only():
    """`same_items` compares multisets."""
    same_items([2.0, 1.0, 1.0], [1.0, 2.0, 1.0])
    same_items(np.array([[2, 3], [0, 1]]), [[0, 1], [2, 3]])
    for wrong in ([1.0, 2.0, 2.0], [1.0, 2.0], None):
        with pytest.raises(Mismatch):
            same_items(wrong, [1.0, 2.0, 1.0])


def test_up_to_sign_frees_each_column_or_row():
    """`up_to_sign` lets each column or row be negated, and nothing else."""
    expected = np.array([[1.0, 2.0], [3.0, -4.0]])
    up_to_sign(expected * [1, -1], expected)
    up_to_sign(expected * [[-1], [1]], expected, axis=1)
    with pytest.raises(Mismatch):
        up_to_sign(expected * [[-1], [1]], expected)
    with pytest.raises(Mismatch):
        up_to_sign(np.abs(expected), expected)


def test_up_to_names_compares_groups():
    """`up_to_names` compares which entries share a label."""
    up_to_names([5, 5, 2], [0, 0, 1])
    with pytest.raises(Mismatch, match="belong together"):
        up_to_names([0, 1, 2], [0, 0, 1])
    with pytest.raises(Mismatch, match="belong apart"):
        up_to_names([0, 0, 0], [0, 0, 1])


def test_check_wants_a_plain_bool():
    """`check` refuses conditions that are not bools, so an unchecked result cannot slip in."""
    check(True, "fine")
    check(np.True_, "fine")
    with pytest.raises(Mismatch, match="a row is drawn twice"):
        check(False, "a row is drawn twice")
    with pytest.raises(TypeError):
        check(Agreeable(), "never")


def test_a_list_of_large_integers_keeps_its_digits():
    """5 and 2**63 in one list are integers, though NumPy would make floats of them."""
    equal([5, 2**63 + 1], np.array([5, 2**63 + 1], dtype=np.uint64))
    with pytest.raises(Mismatch, match="entry \\[1\\]"):
        equal([5, 2**63 + 2], np.array([5, 2**63 + 1], dtype=np.uint64))
