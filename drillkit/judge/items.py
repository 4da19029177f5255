"""What pytest's items say to a learner: fixtures, identity, title."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from drillkit.judge.marks import titled


@contextlib.contextmanager
def set_up(item: Any) -> Iterator[None]:
    """The fixtures of one test."""
    state = item.session._setupstate
    try:
        if hasattr(item, "_request") and not getattr(item, "funcargs", None):
            item._initrequest()
        state.setup(item)
        yield
    finally:
        state.teardown_exact(None)


def function_of(item: Any) -> str:
    """Name of the test function, without parameters."""
    return str(item.name.partition("[")[0])


def identity_of(item: Any) -> str:
    """The id of a case in a verdict."""
    return str(item.nodeid.partition("::")[2].replace("::", "."))


def title_of(item: Any, *, failed: bool) -> str:
    """The docstring's first line, with parameters in braces filled in, or the name in words."""
    doc = (item.function.__doc__ or "").strip().partition("\n")[0]
    name = doc or function_of(item).removeprefix("test_").replace("_", " ")
    if getattr(item.function, "drill_each", False):
        return titled(name, failed=failed)
    callspec = getattr(item, "callspec", None)
    if callspec is None:
        return str(name)
    with contextlib.suppress(KeyError, IndexError, ValueError, AttributeError):
        filled = name.format_map(callspec.params)
        if filled != name:
            return str(filled)
    return f"{name} [{callspec.id}]"


def unusable(error: Exception) -> str:
    """What to say when the test could not go on with what it was given."""
    if isinstance(error, AssertionError):
        return str(error) or "the result is not what the title says"
    return f"the result cannot be used: {type(error).__name__}: {str(error)[:200]}"
