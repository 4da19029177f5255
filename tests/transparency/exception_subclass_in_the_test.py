"""A class of the test may inherit from an exception class of the solution."""


# %% solution
class AppError(Exception):
    pass


def handle(action):
    try:
        action()
    except AppError as error:
        return f"handled {error}"


# %% test
import pytest
from solution import AppError, handle


class Special(AppError):
    pass


def test_handled_as_its_base():
    def action():
        raise Special("x")

    assert handle(action) == "handled x"


def test_other():
    def action():
        raise OSError("disk")

    with pytest.raises(OSError):
        handle(action)


# %% wrong
def handle(action):
    try:
        action()
    except Exception as error:
        return f"handled {error}"
