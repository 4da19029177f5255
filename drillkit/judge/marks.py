"""The marks of hidden tests: one group each, a part and a star where they apply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


def each(names: str | Sequence[str], values: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Run a test for each set of values, in one case and one player: like `pytest.mark.parametrize`, but one title and far quicker.

    The first set that fails ends the test; the scorecard's call shows which it was.  May be stacked.
    """
    keys = [names] if isinstance(names, str) else list(names)
    rows = [dict(zip(keys, [value] if isinstance(names, str) else value, strict=True)) for value in values]

    def put(test: Callable[..., None]) -> Callable[[], None]:
        def run(**outer: Any) -> None:
            for row in rows:
                test(**outer, **row)

        run.__dict__.update(test.__dict__)
        run.__name__, run.__qualname__, run.__doc__, run.__module__ = test.__name__, test.__qualname__, test.__doc__, test.__module__
        return run

    return put


def marks_of(test: Any) -> dict[str, Any]:
    """The marks of a test function: `group`, `part`, `stretch`."""
    return dict(getattr(test, _ATTRIBUTE, {}))
