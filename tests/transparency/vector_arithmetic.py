"""Objects are added, subtracted, scaled, negated and compared among themselves."""


# %% solution
class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))


# %% test
import unittest
from solution import Vector


class VectorTest(unittest.TestCase):
    def test_add(self):
        self.assertEqual(Vector(1, 2) + Vector(3, 4), Vector(4, 6))

    def test_subtract(self):
        self.assertEqual(Vector(1, 2) - Vector(3, 4), Vector(-2, -2))

    def test_scale_from_both_sides(self):
        self.assertEqual(Vector(1, 2) * 3, Vector(3, 6))
        self.assertEqual(3 * Vector(1, 2), Vector(3, 6))

    def test_negate(self):
        self.assertEqual(-Vector(1, 2), Vector(-1, -2))

    def test_differs(self):
        self.assertNotEqual(Vector(1, 2), Vector(2, 1))


# %% wrong
Vector.__sub__ = lambda self, other: Vector(other.x - self.x, other.y - self.y)
