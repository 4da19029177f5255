"""Properties are read and set; a setter's error and a missing setter arrive."""


# %% solution
class Circle:
    def __init__(self, radius):
        self.radius = radius

    @property
    def radius(self):
        return self._radius

    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError("radius must not be negative")
        self._radius = value

    @radius.deleter
    def radius(self):
        self._radius = 0

    @property
    def diameter(self):
        return 2 * self._radius


# %% test
import unittest
from solution import Circle


class CircleTest(unittest.TestCase):
    def setUp(self):
        self.circle = Circle(2)

    def test_get_and_set(self):
        self.assertEqual(self.circle.diameter, 4)
        self.circle.radius = 5
        self.assertEqual(self.circle.diameter, 10)
        del self.circle.radius
        self.assertEqual(self.circle.radius, 0)

    def test_setter_refuses(self):
        with self.assertRaises(ValueError) as caught:
            self.circle.radius = -1
        self.assertEqual(caught.exception.args[0], "radius must not be negative")
        with self.assertRaises(ValueError):
            Circle(-1)

    def test_read_only(self):
        with self.assertRaises(AttributeError):
            self.circle.diameter = 3


# %% wrong
Circle.diameter = property(lambda self: 2 * self._radius, lambda self, value: None)
