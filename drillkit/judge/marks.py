"""The marks of hidden tests: one group each, a part and a star where they apply."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from drillkit.drill import Group

Test = TypeVar("Test", bound=Callable[..., Any])
_ATTRIBUTE = "drill_marks"
_BRACES = re.compile(r"\{[^{}]*\}")


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


_row: dict[str, Any] = {}
_row_ids: list[str] = []


def each(
    names: str | Sequence[str], values: Iterable[Any], *, ids: Sequence[str] | Callable[[Any], str] | None = None
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test for each set of values, in one case and one player: like `pytest.mark.parametrize`, but far quicker.

    The first set that fails ends the test, and its values stand in the title.  May be stacked.
    """
    keys = [names] if isinstance(names, str) else list(names)
    given = list(values)
    rows = [dict(zip(keys, [value] if isinstance(names, str) else value, strict=True)) for value in given]
    labels = [""] * len(rows) if ids is None else [ids(value) for value in given] if callable(ids) else list(ids)

    def put(test: Callable[..., None]) -> Callable[..., None]:
        def run(**outer: Any) -> None:
            for row, label in zip(rows, labels, strict=True):
                _row.update(row)
                _row_ids.append(label)
                test(**outer, **row)
                _row_ids.pop()

        run.__dict__.update(test.__dict__, drill_each=True)
        run.__name__, run.__qualname__, run.__doc__, run.__module__ = test.__name__, test.__qualname__, test.__doc__, test.__module__
        return run

    return put


def forget_row() -> None:
    """Before a test: no values are at work."""
    _row.clear()
    _row_ids.clear()


def titled(title: str, *, failed: bool) -> str:
    """A title's braces filled in with the values at which the test failed; nothing in particular when it passed."""
    if not failed:
        return _BRACES.sub("…", title)
    with contextlib.suppress(KeyError, IndexError, ValueError, AttributeError):
        title = title.format_map(_row)
    label = "-".join(filter(None, _row_ids))
    return f"{title} [{label}]" if label else title


def marks_of(test: Any) -> dict[str, Any]:
    """The marks of a test function: `group`, `part`, `stretch`."""
    return dict(getattr(test, _ATTRIBUTE, {}))
