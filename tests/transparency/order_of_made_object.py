"""An object that the test made may be compared with plain data by the class's own rule."""


# %% solution
class Roman:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < (other.n if isinstance(other, Roman) else other)

    def __add__(self, other):
        return self.n + other

    def __contains__(self, digit):
        return digit in {1: "I", 4: "IV"}[self.n]


# %% test
import pytest
from solution import Roman


def test_less():
    assert Roman(1) < 4
    assert not Roman(4) < Roman(1)


def test_sum_is_a_number():
    assert Roman(4) + 1 == 5


def test_letters():
    assert "V" in Roman(4) and "V" not in Roman(1)


def test_nonsense():
    with pytest.raises(TypeError):
        Roman(1) < "x"


# %% wrong
Roman.__lt__ = lambda self, other: True
