"""Errors of the standard library keep their types: frozen dataclasses, JSON, Decimal, StopIteration, Unicode."""

# %% solution
import dataclasses, json, decimal


@dataclasses.dataclass(frozen=True)
class Coin:
    value: int


def parse(text):
    return json.loads(text)


def divide(a, b):
    return decimal.Decimal(a) / decimal.Decimal(b)


def decode(data):
    return data.decode("ascii")


# %% test
import dataclasses, decimal, json
import pytest
from solution import Coin, decode, divide, parse


def test_frozen():
    coin = Coin(5)
    with pytest.raises(dataclasses.FrozenInstanceError):
        coin.value = 6
    assert coin.value == 5


def test_json():
    with pytest.raises(json.JSONDecodeError):
        parse("{")


def test_decimal():
    with pytest.raises(decimal.DivisionByZero):
        divide(1, 0)


def test_unicode():
    with pytest.raises(UnicodeDecodeError) as caught:
        decode(b"a\xff")
    assert caught.value.start == 1


# %% wrong
Coin.__setattr__ = object.__setattr__
