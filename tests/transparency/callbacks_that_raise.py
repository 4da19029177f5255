"""An exception of the test's callback passes through the solution as it was, or is handled there."""


# %% solution
def each(items, action):
    done = []
    for item in items:
        done.append(action(item))
    return done


def safe(action, default):
    try:
        return action()
    except ValueError:
        return default


# %% test
import pytest
from solution import each, safe


class Stop(Exception):
    pass


def test_passes_through():
    seen = []
    error = Stop("enough")

    def action(item):
        seen.append(item)
        if item == 2:
            raise error
        return item

    with pytest.raises(Stop) as caught:
        each([1, 2, 3], action)
    assert caught.value is error
    assert seen == [1, 2]


def test_handled():
    def bad():
        raise ValueError

    def worse():
        raise KeyError("k")

    assert safe(bad, 5) == 5
    with pytest.raises(KeyError):
        safe(worse, 5)


# %% wrong
def each(items, action):
    return [action(item) for item in reversed(items)]


# %% wrong
def safe(action, default):
    try:
        return action()
    except Exception:
        return default
