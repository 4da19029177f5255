"""Objects of the test are compared, hashed, sorted, added and iterated by the solution."""

# %% solution
import heapq


def largest(items):
    return max(items)


def ordered(items):
    heap = list(items)
    heapq.heapify(heap)
    return [heapq.heappop(heap) for _ in range(len(heap))]


def unique(items):
    seen, out = set(), []
    for item in items:
        if item not in seen:
            seen.add(item)
            out.append(item)
    return out


def total(items):
    return sum(items[1:], items[0])


# %% test
import functools
from dataclasses import dataclass
from solution import largest, ordered, total, unique


@dataclass(frozen=True, order=True)
class Weight:
    grams: int

    def __add__(self, other):
        return Weight(self.grams + other.grams)


def test_order():
    items = [Weight(2), Weight(3), Weight(1)]
    assert largest(items) is items[1]
    assert ordered(items) == [Weight(1), Weight(2), Weight(3)]


def test_hash():
    a, b = Weight(1), Weight(1)
    assert unique([a, b, Weight(2)]) == [Weight(1), Weight(2)]
    assert unique([a, b])[0] is a


def test_add():
    assert total([Weight(1), Weight(2)]) == Weight(3)


# %% wrong
def largest(items):
    return items[0]


# %% wrong
def unique(items):
    return items
