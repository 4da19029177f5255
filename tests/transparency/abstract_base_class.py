"""An abstract class cannot be made; its children can."""

# %% solution
from abc import ABC, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self): ...
    def describe(self):
        return f"{type(self).__name__} of {self.area()}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


# %% test
import unittest
from solution import Shape, Square


class ShapeTest(unittest.TestCase):
    def test_abstract(self):
        with self.assertRaises(TypeError) as caught:
            Shape()
        self.assertIn("abstract", str(caught.exception))

    def test_child(self):
        self.assertEqual(Square(3).describe(), "Square of 9")
        self.assertIsInstance(Square(1), Shape)
        self.assertTrue(issubclass(Square, Shape))


# %% wrong
Shape.__abstractmethods__ = frozenset()
