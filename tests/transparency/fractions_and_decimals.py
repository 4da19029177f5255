"""Fraction and Decimal are exact in both directions."""

# %% solution
from decimal import Decimal
from fractions import Fraction


def half(value):
    return value / 2


def tax(price):
    return (price * Decimal("0.19")).quantize(Decimal("0.01"))


# %% test
from decimal import Decimal
from fractions import Fraction
from solution import half, tax


def test_fraction():
    assert half(Fraction(1, 3)) == Fraction(1, 6)
    assert isinstance(half(Fraction(1, 3)), Fraction)
    assert half(Fraction(1, 3)).denominator == 6


def test_decimal():
    assert tax(Decimal("9.99")) == Decimal("1.90")
    assert str(tax(Decimal("10"))) == "1.90"
    assert isinstance(half(Decimal(1)), Decimal)


# %% wrong
def half(value):
    return float(value) / 2
