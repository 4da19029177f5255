"""Warnings of the solution are seen by pytest.warns and assertWarns."""

# %% solution
import warnings


def old(x):
    warnings.warn("use new() instead", DeprecationWarning)
    return x


# %% test
import unittest
import pytest
from solution import old


def test_warns():
    with pytest.warns(DeprecationWarning, match="new"):
        assert old(1) == 1


class WarnTest(unittest.TestCase):
    def test_warns(self):
        with self.assertWarns(DeprecationWarning):
            old(1)


# %% wrong
def old(x):
    return x
