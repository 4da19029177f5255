"""An exception's own attributes, str and properties arrive."""


# %% solution
class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(needed, available)
        self.needed = needed
        self.available = available

    @property
    def missing(self):
        return self.needed - self.available

    def __str__(self):
        return f"{self.missing} short"


def pay(needed, available):
    raise InsufficientFunds(needed=needed, available=available)


# %% test
import pytest
from solution import InsufficientFunds, pay


def test_attributes():
    with pytest.raises(InsufficientFunds) as caught:
        pay(10, 4)
    assert caught.value.needed == 10
    assert caught.value.available == 4
    assert caught.value.missing == 6
    assert str(caught.value) == "6 short"
    assert caught.value.args == (10, 4)


# %% wrong
InsufficientFunds.missing = property(lambda self: self.needed)
