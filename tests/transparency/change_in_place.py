"""A drill that allows it sees its own list, dict and array changed in place."""


# %% solution
def bubble(items):
    items.sort()


def fill(cells, value):
    for row in cells["rows"]:
        row.append(value)


def scale(x, k):
    x *= k


# %% changes its arguments
# %% test
import numpy as np
from solution import bubble, fill, scale


def test_list():
    items = [3, 1, 2]
    assert bubble(items) is None
    assert items == [1, 2, 3]


def test_nested():
    row = [1]
    fill({"rows": [row]}, 5)
    assert row == [1, 5]


def test_array():
    x = np.array([1.0, 2.0])
    scale(x, 3.0)
    assert x.tolist() == [3.0, 6.0]


# %% wrong
def bubble(items):
    return sorted(items)
