"""Decimals and fractions whose comparison or hash could take for ever."""
# expect: failed
# outcomes: failed error timeout crashed
from decimal import Decimal
from fractions import Fraction


def attack(*args, **kwargs):
    return [Decimal("1e999999"), Decimal("sNaN"), Fraction(1 << 60_000, 3), complex("nan+infj"), {Decimal("1E+999999"): 1}]
