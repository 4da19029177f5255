"""An IntEnum member beside a plain integer: not accepted, and said so."""

# %% solution
from enum import IntEnum


class Priority(IntEnum):
    LOW = 1


# %% test
from solution import Priority


def test_equal():
    assert Priority.LOW == 1


# %% says: equals plain data
