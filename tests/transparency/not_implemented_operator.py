"""An operator that returns NotImplemented is a TypeError, and equality falls back to identity."""


# %% solution
class Metre:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        if not isinstance(other, Metre):
            return NotImplemented
        return Metre(self.n + other.n)

    def __eq__(self, other):
        if not isinstance(other, Metre):
            return NotImplemented
        return self.n == other.n

    def __lt__(self, other):
        if not isinstance(other, Metre):
            return NotImplemented
        return self.n < other.n


class Second:
    def __init__(self, n):
        self.n = n


# %% test
import unittest
from solution import Metre, Second


class UnitsTest(unittest.TestCase):
    def test_adding_another_unit(self):
        with self.assertRaises(TypeError):
            Metre(1) + Second(1)

    def test_adding_a_number(self):
        with self.assertRaises(TypeError):
            Metre(1) + 1

    def test_comparing(self):
        self.assertFalse(Metre(1) == Second(1))
        self.assertTrue(Metre(1) != Second(1))
        with self.assertRaises(TypeError):
            Metre(1) < Second(2)
        with self.assertRaises(TypeError):
            Metre(1) < 2

    def test_against_plain_data(self):
        self.assertNotEqual(Metre(1), 1)
        self.assertFalse(Metre(1) == "1 m")


# %% wrong
Metre.__lt__ = lambda self, other: self.n < getattr(other, "n", other)
# %% wrong
Metre.__eq__ = lambda self, other: self.n == getattr(other, "n", other)
