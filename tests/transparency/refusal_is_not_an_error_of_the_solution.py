"""What cannot work here never satisfies a raises."""


# %% solution
class Answer:
    def __add__(self, other):
        return 1


def solve():
    return Answer()


# %% test
import pickle
import pytest
from solution import solve


def test_add():
    with pytest.raises(TypeError):
        solve() + 1


def test_pickle():
    with pytest.raises(Exception):
        pickle.dumps(solve())


# %% says: plain data
