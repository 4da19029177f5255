"""Generators and iterators of the test are consumed lazily by the solution."""


# %% solution
def take(n, items):
    out = []
    for item in items:
        if len(out) == n:
            break
        out.append(item)
        if len(out) == n:
            break
    return out


def total(items):
    return sum(items)


# %% test
import itertools
from solution import take, total


def test_infinite():
    assert take(3, itertools.count(5)) == [5, 6, 7]


def test_lazy():
    asked = []

    def source():
        for n in range(10):
            asked.append(n)
            yield n

    assert take(2, source()) == [0, 1]
    assert asked == [0, 1]


def test_other_iterables():
    assert total(iter([1, 2])) == 3
    assert total(x * x for x in range(4)) == 14
    assert total(range(5)) == 10
    assert total({1: 2}.keys()) == 1
    assert total(map(abs, [-1, -2])) == 3


# %% wrong
def take(n, items):
    return [item for _, item in zip(range(n + 1), items)][:n]
