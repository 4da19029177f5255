"""Flag members are combined, tested with in, and inverted."""

# %% solution
from enum import Flag, auto


class Right(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()


def rights(text):
    value = Right(0)
    for letter, right in zip("rwx", Right):
        if letter in text:
            value |= right
    return value


# %% test
from solution import Right, rights


def test_combination():
    both = Right.READ | Right.WRITE
    assert rights("rw") == both
    assert Right.READ in both
    assert Right.EXECUTE not in both
    assert both & Right.READ == Right.READ
    assert both ^ Right.READ == Right.WRITE
    assert ~both == Right.EXECUTE
    assert not Right(0)
    assert both.value == 3


def test_none():
    assert rights("") == Right(0)
    assert bool(rights("x"))


# %% wrong
def rights(text):
    return Right.READ
