"""Solution exceptions that inherit from each other and from builtins are caught by their bases."""


# %% solution
class BankError(Exception):
    pass


class Overdrawn(BankError, ValueError):
    pass


class Closed(BankError):
    pass


def withdraw(balance, amount):
    if balance is None:
        raise Closed("closed")
    if amount > balance:
        raise Overdrawn(f"{amount} > {balance}")
    return balance - amount


# %% test
import pytest
from solution import BankError, Closed, Overdrawn, withdraw


def test_bases():
    assert issubclass(Overdrawn, BankError)
    assert issubclass(Overdrawn, ValueError)
    assert not issubclass(Closed, ValueError)


@pytest.mark.parametrize("kind", [Overdrawn, BankError, ValueError, Exception])
def test_caught_as(kind):
    with pytest.raises(kind, match=r"5 > 3"):
        withdraw(3, 5)


def test_siblings():
    with pytest.raises(Closed):
        try:
            withdraw(None, 1)
        except Overdrawn:
            pytest.fail("caught as its sibling")


def test_fine():
    assert withdraw(5, 3) == 2


# %% wrong
class Overdrawn(BankError):
    pass
