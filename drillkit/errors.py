"""The one family of expected errors: what a learner or an author can mend."""

from __future__ import annotations


class DrillError(Exception):
    """Bad input, said in one sentence; `hint` says what to do next.  Exit code 2."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InternalError(DrillError):
    """Our fault or a drill author's, never the learner's.  Exit code 3."""

    exit_code = 3
