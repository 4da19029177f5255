"""How comparators name values, places and counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from drillkit.judge.brief import brief
from drillkit.judge.handle import is_remote


def named(value: Any) -> str:
    """What a value is, for a message: "an array of shape (3,)"."""
    if value is None:
        return "None"
    if is_remote(value):
        return f"an object of your class {type(value).__name__}" if not isinstance(value, type) else f"your class {value.__name__}"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    kind = type(value).__name__
    if isinstance(value, list | tuple):
        return f"a {kind} of {counted(len(value), 'entry', 'entries')}"
    return {"str": "a string", "int": "an integer", "bool": "a bool", "float": "a float"}.get(
        kind, f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    )


def counted(n: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{n} {one if n == 1 else many}"


def bounds(low: float | None, high: float | None) -> str:
    """Inclusive bounds in words."""
    if low is not None and high is not None:
        return f"between {brief(low)} and {brief(high)}"
    return f"at least {brief(low)}" if low is not None else f"at most {brief(high)}"


def listed(keys: Sequence[Any]) -> str:
    """The first few keys."""
    return ", ".join(brief(key, 60) for key in keys[:5]) + (" …" if len(keys) > 5 else "")


def index(place: Iterable[Any]) -> str:
    """A place as `[1, 2]`."""
    return "[" + ", ".join(str(int(n)) for n in place) + "]"


def of(mistake: str, what: str) -> str:
    """The mistake, and of what."""
    return f"{mistake} of {what}" if what else mistake


def of_what(what: str) -> str:
    """ " of what", or nothing."""
    return f" of {what}" if what else ""


def within(what: str) -> str:
    """ " in what", or nothing."""
    return f" in {what}" if what else ""
