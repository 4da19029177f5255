"""Without in-place methods += makes a new object by the binary operator."""


# %% solution
class Bag:
    def __init__(self, *items):
        self.items = list(items)

    def __add__(self, other):
        return Bag(*self.items, *other.items)


# %% test
from solution import Bag


def test_new_object():
    first = bag = Bag(1)
    bag += Bag(2)
    assert bag.items == [1, 2]
    assert first.items == [1]
    assert bag is not first


# %% wrong
def _add(self, other):
    self.items += other.items
    return self


Bag.__add__ = _add
