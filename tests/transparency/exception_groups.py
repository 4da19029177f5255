"""Groups of exceptions and what is in them."""


# %% solution
def validate(record):
    errors = [ValueError(f"{key} is missing") for key in ("id", "name") if key not in record]
    if errors:
        raise ExceptionGroup("invalid", errors)
    return True


# %% test
import pytest
from solution import validate


def test_group():
    with pytest.raises(ExceptionGroup, match="invalid") as caught:
        validate({"id": 1})
    assert [str(e) for e in caught.value.exceptions] == ["name is missing"]
    assert len(caught.value.exceptions) == 1


def test_star():
    seen = []
    try:
        validate({})
    except* ValueError as group:
        seen = [str(e) for e in group.exceptions]
    assert seen == ["id is missing", "name is missing"]


def test_fine():
    assert validate({"id": 1, "name": 2}) is True


# %% wrong
def validate(record):
    for key in ("id", "name"):
        if key not in record:
            raise ValueError(f"{key} is missing")
    return True
