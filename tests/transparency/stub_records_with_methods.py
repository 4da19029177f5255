"""A dataclass of the stub whose methods the learner writes runs the learner's methods."""

# %% stub
from dataclasses import dataclass


@dataclass
class Rect:
    width: float
    height: float

    def area(self):
        raise NotImplementedError


# %% solution
from dataclasses import dataclass


@dataclass
class Rect:
    width: float
    height: float

    def area(self):
        return self.width * self.height


# %% test
from solution import Rect


def test_area():
    rect = Rect(2.0, 3.0)
    assert rect.area() == 6.0
    rect.width = 5.0
    assert rect.area() == 15.0
    assert Rect(1.0, 2.0) == Rect(1.0, 2.0)


# %% wrong
Rect.area = lambda self: self.width + self.height
