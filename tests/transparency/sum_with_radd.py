"""sum() over objects whose __radd__ takes the 0 it begins with."""


# %% solution
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents


# %% test
import pytest
from solution import Money


def test_sum():
    assert sum([Money(1), Money(2), Money(3)]) == Money(6)
    assert sum([Money(1), Money(2)], Money(10)) == Money(13)


def test_other_start_is_refused():
    with pytest.raises(TypeError):
        "x" + Money(1)


# %% wrong
Money.__add__ = lambda self, other: Money(self.cents - other.cents)
