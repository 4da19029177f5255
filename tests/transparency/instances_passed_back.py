"""Instances go back to functions and methods, alone and inside containers."""


# %% solution
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents


def total(items):
    return Money(sum(m.cents for m in items))


def by_size(items):
    return {m.cents: [m] for m in items}


# %% test
from solution import Money, by_size, total


def test_list():
    assert total([Money(1), Money(2)]) == Money(3)
    assert total(Money(n) for n in range(4)) == Money(6)


def test_dict_of_lists():
    one = Money(1)
    got = by_size((one,))
    assert got == {1: [one]}
    assert got[1][0] is one


def test_list_equality():
    assert [Money(1), Money(2)] == [Money(1), Money(2)]
    assert [Money(1)] != [Money(2)]


# %% wrong
def total(items):
    return sum(m.cents for m in items)
