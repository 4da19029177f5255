"""A class with __eq__ alone is not hashable."""


# %% solution
class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x


# %% test
import pytest
from solution import Point


def test_unhashable():
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1))
    with pytest.raises(TypeError):
        {Point(1)}


# %% wrong
Point.__hash__ = lambda self: 1
