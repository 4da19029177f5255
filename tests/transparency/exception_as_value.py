"""Exceptions made by the test, returned by the solution, and chosen by class."""


# %% solution
class ParseError(ValueError):
    pass


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return error


def fail_with(error):
    raise error


# %% test
import pytest
from solution import ParseError, attempt, fail_with


def test_returned():
    result = attempt(int, "x")
    assert isinstance(result, ValueError)
    assert "invalid literal" in str(result)


def test_raised_instance():
    with pytest.raises(ParseError, match="line 3"):
        fail_with(ParseError("line 3"))


def test_raised_class():
    with pytest.raises(ParseError):
        fail_with(ParseError)
    with pytest.raises(KeyError):
        fail_with(KeyError("k"))


# %% wrong
def fail_with(error):
    raise ValueError(str(error))
