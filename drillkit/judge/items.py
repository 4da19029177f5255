"""Pytest's items, of its own style or of unittest's: how one is run, and what it says to a learner."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from drillkit.judge.marks import titled


class _Answers:
    """What a `unittest.TestCase` tells of one run: the first failure counts, sub-tests' included."""

    failfast = False

    def __init__(self) -> None:
        self.error: BaseException | None = None

    def startTest(self, _: Any) -> None: ...  # noqa: N802

    def stopTest(self, _: Any) -> None: ...  # noqa: N802

    def addSuccess(self, _: Any) -> None: ...  # noqa: N802

    def addDuration(self, _: Any, elapsed: float) -> None: ...  # noqa: N802

    def addError(self, _: Any, error: Any) -> None:  # noqa: N802
        self.error = self.error or error[1]

    def addFailure(self, _: Any, error: Any) -> None:  # noqa: N802
        self.error = self.error or error[1]

    def addSubTest(self, _: Any, __: Any, error: Any) -> None:  # noqa: N802
        if error is not None:
            self.error = self.error or error[1]

    def addSkip(self, _: Any, reason: str) -> None:  # noqa: N802
        self.error = self.error or pytest.skip.Exception(reason)

    def addExpectedFailure(self, _: Any, error: Any) -> None: ...  # noqa: N802

    def addUnexpectedSuccess(self, _: Any) -> None:  # noqa: N802
        self.error = self.error or AssertionError("passes where the test expects a failure")


def run(item: Any) -> None:
    """Run a test between its fixtures; whatever fails in it is raised."""
    for mark in item.iter_markers("skip"):
        raise pytest.skip.Exception(str(mark.kwargs.get("reason") or next(iter(mark.args), "skipped")))
    with _set_up(item):
        unittest: Any = sys.modules.get("unittest")
        if unittest is None or not isinstance(item.instance, unittest.TestCase):
            item.runtest()
            return
        answers = _Answers()
        item.instance(answers)
        if answers.error is not None:
            raise answers.error


@contextlib.contextmanager
def _set_up(item: Any) -> Iterator[None]:
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


def is_named(identity: str, names: Iterable[str]) -> bool:
    """Whether one of `names`, a function or a method with or without its class, is the test `identity`."""
    function = identity.partition("[")[0]
    return any(name in (function, function.rpartition(".")[2]) for name in names)


def title_of(item: Any, *, failed: bool) -> str:
    """The docstring's first line, with parameters in braces filled in, or the name in words, after its class's."""
    doc = (item.function.__doc__ or "").strip().partition("\n")[0]
    name = doc or _in_words(item)
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


def _in_words(item: Any) -> str:
    words = function_of(item).removeprefix("test_").replace("_", " ")
    kind = item.cls.__name__.removeprefix("Test").removesuffix("Test").removesuffix("Tests") if item.cls is not None else ""
    return f"{kind}: {words}" if kind else words


def unusable(error: Exception) -> str:
    """What to say when the test could not go on with what it was given."""
    if isinstance(error, AssertionError):
        return str(error) or "the result is not what the title says"
    return f"the result cannot be used: {type(error).__name__}: {str(error)[:200]}"
