"""Enum members named where tests are collected: parameters and class bodies."""

# %% solution
from enum import Enum


class Side(Enum):
    BUY = 1
    SELL = -1


def sign(side):
    return side.value


def opposite(side):
    return Side(-side.value)


# %% test
import unittest
import pytest
from solution import Side, opposite, sign


@pytest.mark.parametrize("side, expected", [(Side.BUY, 1), (Side.SELL, -1)])
def test_sign(side, expected):
    assert sign(side) == expected


@pytest.mark.parametrize("side", list(Side))
def test_twice(side):
    assert opposite(opposite(side)) is side


class SideTest(unittest.TestCase):
    table = {Side.BUY: Side.SELL}

    def test_table(self):
        for side, other in self.table.items():
            self.assertEqual(opposite(side), other)
            self.assertEqual(other.name, "SELL")


# %% wrong
def sign(side):
    return 1


# %% wrong
def opposite(side):
    return side
