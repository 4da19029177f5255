"""Values of an IntEnum are read by name and value and compared among themselves."""

# %% solution
from enum import IntEnum


class Priority(IntEnum):
    LOW = 1
    HIGH = 3


def highest(items):
    return max(items)


# %% test
from solution import Priority, highest


def test_order():
    assert Priority.LOW < Priority.HIGH
    assert highest([Priority.LOW, Priority.HIGH, Priority.LOW]) is Priority.HIGH
    assert highest([Priority.LOW]).value == 1
    assert int(Priority.HIGH) == 3
    assert sorted([Priority.HIGH, Priority.LOW]) == [Priority.LOW, Priority.HIGH]


# %% wrong
def highest(items):
    return min(items)
