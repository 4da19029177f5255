"""Generators are lazy, iterated, advanced with next, and exhausted."""


# %% solution
def squares(limit=None):
    n = 0
    while limit is None or n < limit:
        yield n * n
        n += 1


# %% test
import itertools
import types
from collections.abc import Iterator
import pytest
from solution import squares


def test_list():
    assert list(squares(4)) == [0, 1, 4, 9]
    assert sum(squares(4)) == 14
    assert [x for x in squares(2)] == [0, 1]


def test_infinite():
    assert list(itertools.islice(squares(), 5)) == [0, 1, 4, 9, 16]


def test_next():
    gen = squares(1)
    assert next(gen) == 0
    with pytest.raises(StopIteration):
        next(gen)
    assert next(gen, "end") == "end"


def test_kind():
    assert isinstance(squares(), types.GeneratorType)
    assert isinstance(squares(), Iterator)
    assert iter(gen := squares()) is gen


# %% wrong
def squares(limit=None):
    return [n * n for n in range(limit or 100)]
