"""The marks of hidden tests: one group each, a part and a star where they apply."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from drillkit.drill import Group

Test = TypeVar("Test", bound=Callable[..., Any])
_ATTRIBUTE = "drill_marks"


def _mark(key: str, value: Any) -> Callable[[Test], Test]:
    def put(test: Test) -> Test:
        marks = dict(getattr(test, _ATTRIBUTE, {}))
        marks[key] = value
        setattr(test, _ATTRIBUTE, marks)
        return test

    return put


correctness = _mark("group", Group.CORRECTNESS)
edge = _mark("group", Group.EDGE)
numerics = _mark("group", Group.NUMERICS)
contract = _mark("group", Group.CONTRACT)
vectorised = _mark("group", Group.VECTORISED)
memory = _mark("group", Group.MEMORY)
speed_group = _mark("group", Group.SPEED)
stretch = _mark("stretch", value=True)


def part(number: int) -> Callable[[Test], Test]:
    """The part of the drill that a test belongs to, from 1."""
    return _mark("part", number)


def marks_of(test: Any) -> dict[str, Any]:
    """The marks of a test function: `group`, `part`, `stretch`."""
    return dict(getattr(test, _ATTRIBUTE, {}))
