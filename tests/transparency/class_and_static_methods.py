"""Class methods as constructors, static methods, and both through instances."""


# %% solution
class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @classmethod
    def from_fahrenheit(cls, degrees):
        return cls(Temperature.convert(degrees))

    @staticmethod
    def convert(degrees):
        return (degrees - 32) * 5 / 9


class Kelvin(Temperature):
    pass


# %% test
import pytest
from solution import Kelvin, Temperature


def test_class_method():
    warm = Temperature.from_fahrenheit(212)
    assert isinstance(warm, Temperature)
    assert warm.celsius == pytest.approx(100)
    assert type(warm) is Temperature


def test_of_subclass():
    assert type(Kelvin.from_fahrenheit(32)) is Kelvin
    assert isinstance(Kelvin.from_fahrenheit(32), Temperature)


def test_static_method():
    assert Temperature.convert(32) == 0
    assert Temperature(0).convert(212) == 100


# %% wrong
Temperature.from_fahrenheit = classmethod(lambda cls, degrees: Temperature((degrees - 32) * 5 / 9))
