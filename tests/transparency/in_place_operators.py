"""In-place operators change the object or make another, as the class says."""


# %% solution
class Account:
    def __init__(self, balance=0):
        self.balance = balance

    def __iadd__(self, amount):
        self.balance += amount
        return self

    def __isub__(self, amount):
        self.balance -= amount
        return self

    def __imul__(self, factor):
        self.balance *= factor
        return self


# %% test
from solution import Account


def test_same_object():
    account = other = Account(10)
    account += 5
    assert account is other
    assert other.balance == 15
    account -= 1
    account *= 2
    assert account.balance == 28


# %% wrong
Account.__iadd__ = lambda self, amount: Account(self.balance + amount)
