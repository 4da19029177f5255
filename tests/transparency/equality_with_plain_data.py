"""An object of the learner's that says it equals plain data is never taken for it."""


# %% solution
class Answer:
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return 0


def solve():
    return Answer()


# %% test
from solution import solve


def test_equal():
    assert solve() == 42


# %% says: equals plain data
