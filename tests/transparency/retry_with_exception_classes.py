"""Exception classes, builtin, of the solution and of the test, are passed in and caught."""


# %% solution
class GaveUp(Exception):
    pass


def retry(function, kinds, times=3):
    for _ in range(times):
        try:
            return function()
        except kinds as error:
            last = error
    raise GaveUp(f"after {times}") from last


# %% test
import pytest
from solution import GaveUp, retry


class Flaky(Exception):
    pass


def failing(times, kind):
    left = [times]

    def call():
        if left[0]:
            left[0] -= 1
            raise kind("no")
        return "done"

    return call


@pytest.mark.parametrize("kind", [ValueError, Flaky, GaveUp])
def test_passes_in_time(kind):
    assert retry(failing(2, kind), kind) == "done"


def test_tuple_of_kinds():
    assert retry(failing(1, Flaky), (KeyError, Flaky)) == "done"


def test_gives_up():
    with pytest.raises(GaveUp, match="after 3") as caught:
        retry(failing(5, Flaky), Flaky)
    assert isinstance(caught.value.__cause__, Flaky)


def test_other_kinds_pass():
    with pytest.raises(Flaky):
        retry(failing(5, Flaky), ValueError)


# %% wrong
def retry(function, kinds, times=3):
    try:
        return function()
    except Exception:
        return function()
