"""What went wrong in the player, as an exception that no test can catch by accident."""

from __future__ import annotations

from drillkit.verdict import Outcome


class PlayerFault(BaseException):
    """The learner's code timed out, crashed, ran out of memory, or broke a rule of every call.

    Not an `Exception`, so that `except Exception` and `raises` let it through.
    """

    def __init__(self, outcome: Outcome, message: str, *, call: str = "", traceback: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.outcome = outcome
        self.message = message
        self.call = call
        self.traceback = traceback
