"""A NamedTuple class with operators of its own."""

# %% solution
from typing import NamedTuple


class Vec(NamedTuple):
    x: int
    y: int

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __str__(self):
        return f"<{self.x}, {self.y}>"

    @classmethod
    def zero(cls):
        return cls(0, 0)


# %% test
from solution import Vec


def test_add():
    assert Vec(1, 2) + Vec(3, 4) == Vec(4, 6)
    assert str(Vec(1, 2)) == "<1, 2>"
    assert Vec.zero() == Vec(0, 0)
    assert sum([Vec(1, 1), Vec(2, 2)], Vec.zero()) == (3, 3)


# %% wrong
del Vec.__add__
