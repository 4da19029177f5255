"""The assertion that comparators raise: one kind of mistake, what came back, what was expected."""

from __future__ import annotations

from typing import Any

from drillkit.judge.brief import brief

ABSENT: Any = object()


class Words(str):
    """Text that describes a value, to be shown as it stands and not as a string literal."""

    __slots__ = ()


class Mismatch(AssertionError):
    """A result that is not what the contract asks.  `message` is one sentence for the learner."""

    def __init__(self, message: str, *, returned: Any = ABSENT, expected: Any = ABSENT) -> None:
        super().__init__(message)
        self.message = message
        self.returned = _shown(returned)
        self.expected = _shown(expected)


def _shown(value: Any) -> str:
    if value is ABSENT:
        return ""
    return str(value) if type(value) is Words else brief(value)
