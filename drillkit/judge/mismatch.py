"""The assertion that comparators raise: one kind of mistake, what came back, what was expected."""

from __future__ import annotations

from typing import Any

from drillkit.judge.brief import brief

ABSENT: Any = object()


class Mismatch(AssertionError):
    """A result that is not what the contract asks.  `message` is one sentence for the learner."""

    def __init__(self, message: str, *, returned: Any = ABSENT, expected: Any = ABSENT) -> None:
        super().__init__(message)
        self.message = message
        self.returned = "" if returned is ABSENT else brief(returned)
        self.expected = "" if expected is ABSENT else brief(expected)
