"""A class of the test inherits from a class of the solution: overriding, super, properties, class attributes."""

# %% solution
from abc import ABC, abstractmethod


class Shape(ABC):
    sides = 0

    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self): ...
    def describe(self):
        return f"{self.name} with {self.sides} sides: {self.area()}"

    def __lt__(self, other):
        return self.area() < other.area()


def largest(shapes):
    return max(shapes)


def make(kind, *args):
    return kind(*args)


# %% test
import pytest
from solution import Shape, largest, make


class Square(Shape):
    sides = 4

    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side**2

    def describe(self):
        return super().describe() + "!"

    @property
    def double(self):
        return 2 * self.side

    @classmethod
    def unit(cls):
        return cls(1)


def test_override():
    square = Square(3)
    assert square.area() == 9
    assert square.describe() == "square with 4 sides: 9!"
    assert (square.name, square.sides, square.double) == ("square", 4, 6)
    square.side = 5
    assert square.area() == 25


def test_kinds():
    assert isinstance(Square(1), Square) and isinstance(Square(1), Shape)
    assert issubclass(Square, Shape)
    assert type(Square.unit()) is Square


def test_used_by_the_solution():
    small, big = Square(1), Square(2)
    assert small < big
    assert largest([small, big]) is big
    assert make(Square, 7).side == 7


def test_still_abstract():
    class Blob(Shape):
        pass

    with pytest.raises(TypeError, match="abstract"):
        Blob("blob")


# %% wrong
Shape.describe = lambda self: f"{self.name}: {self.area()}"


# %% wrong
def largest(shapes):
    return shapes[0]
