"""An operator of an object that the test made may give plain data: a dot product, a difference, a remainder."""


# %% solution
class Vector:
    def __init__(self, *items):
        self.items = items

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.items, other.items))

    def __mul__(self, other):
        return self @ other

    def __mod__(self, n):
        return int(sum(self.items)) % n

    def __abs__(self):
        return (self @ self) ** 0.5


# %% test
import pytest
from solution import Vector


def test_dot_product():
    assert Vector(1, 2) @ Vector(3, 4) == 11
    assert Vector(1, 2) * Vector(3, 4) == 11


def test_remainder():
    assert Vector(3, 4) % 5 == 2


def test_length():
    assert abs(Vector(3, 4)) == pytest.approx(5.0)


# %% wrong
Vector.__matmul__ = lambda self, other: sum(a + b for a, b in zip(self.items, other.items))
