"""contextlib.contextmanager functions: value, clean-up, exceptions thrown in at the yield."""

# %% solution
from contextlib import contextmanager


@contextmanager
def transaction(log):
    log("begin")
    try:
        yield 42
    except ValueError as error:
        log(f"rollback {error}")
        raise
    except KeyError:
        log("ignored")
    else:
        log("commit")


# %% test
import pytest
from solution import transaction


def test_commit():
    log = []
    with transaction(log.append) as value:
        log.append(value)
    assert log == ["begin", 42, "commit"]


def test_rollback():
    log = []
    with pytest.raises(ValueError, match="bad"):
        with transaction(log.append):
            raise ValueError("bad")
    assert log == ["begin", "rollback bad"]


def test_ignored():
    log = []
    with transaction(log.append):
        raise KeyError("k")
    assert log == ["begin", "ignored"]


# %% wrong
@contextmanager
def transaction(log):
    log("begin")
    yield 42
    log("commit")
