"""Enum members by attribute, value and name; identity, names, values, iteration."""

# %% solution
from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = "g"
    LIME = "g"

    def describe(self):
        return self.name.lower()


def favourite():
    return Color.GREEN


# %% test
import unittest
from solution import Color, favourite


class ColorTest(unittest.TestCase):
    def test_lookup(self):
        self.assertIs(Color(1), Color.RED)
        self.assertIs(Color["GREEN"], Color.GREEN)
        self.assertEqual(Color.RED, Color.RED)
        self.assertNotEqual(Color.RED, Color.GREEN)
        self.assertNotEqual(Color.RED, 1)
        self.assertIs(Color.LIME, Color.GREEN)

    def test_parts(self):
        self.assertEqual(Color.RED.name, "RED")
        self.assertEqual(Color.GREEN.value, "g")
        self.assertEqual(Color.RED.describe(), "red")
        self.assertEqual(str(Color.RED), "Color.RED")
        self.assertEqual(repr(Color.RED), "<Color.RED: 1>")

    def test_iteration(self):
        self.assertEqual([c.name for c in Color], ["RED", "GREEN"])
        self.assertEqual(len(Color), 2)
        self.assertIn(Color.RED, Color)
        self.assertEqual(list(Color.__members__), ["RED", "GREEN", "LIME"])

    def test_result(self):
        self.assertIs(favourite(), Color.GREEN)
        self.assertIsInstance(favourite(), Color)
        self.assertEqual({Color.RED: 1}[Color.RED], 1)

    def test_unknown(self):
        with self.assertRaises(ValueError):
            Color(9)
        with self.assertRaises(KeyError):
            Color["BLUE"]
        with self.assertRaises(AttributeError):
            Color.BLUE


# %% wrong
def favourite():
    return Color.RED


# %% wrong
def favourite():
    return "g"
