"""What a learner did on a drill, and what follows from it: pure derivations, the present moment being an argument.

All moments are UTC epoch seconds, all spans are seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from drillkit.verdict import VerdictKind


class Status(StrEnum):
    """A drill's state for a learner: what `drill list` shows and `--status` filters by.

    `passed` is a pass in time and without hints, `with_hints` a pass in time with hints.  `over_time` is a late pass,
    or a deadline that went by without a pass.  `revealed` means that the answer was read before it was free.
    """

    NEW = "new"
    STARTED = "started"
    PASSED = "passed"
    OVER_TIME = "over_time"
    WITH_HINTS = "with_hints"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One recorded check; `attempt_id` is None when no attempt was running."""

    id: int
    attempt_id: int | None
    drill: str
    at: float
    verdict: VerdictKind
    passed: int
    required: int
    seconds: float

    @property
    def is_pass(self) -> bool:
        """Whether the drill was solved by this check."""
        return self.verdict is VerdictKind.PASSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Reveal:
    """One look at the answer; `spoiled` when it was not free."""

    attempt_id: int | None
    drill: str
    at: float
    spoiled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One run at a drill: from `start` until the first pass, reveal or reset, whatever came while it ran."""

    id: int
    drill: str
    path: Path
    started_at: float
    deadline: float | None
    checks: tuple[Check, ...] = ()
    hints: tuple[int, ...] = ()
    reveals: tuple[Reveal, ...] = ()
    resets: tuple[float, ...] = ()

    @property
    def minutes(self) -> float | None:
        """Length of the timer, None without one."""
        return None if self.deadline is None else (self.deadline - self.started_at) / 60

    @property
    def passed_at(self) -> float | None:
        """When it was passed: at the moment the passing file was handed in."""
        return min((check.at for check in self.checks if check.is_pass), default=None)

    @property
    def ended_at(self) -> float | None:
        """When it ended, None while it runs."""
        ends = [reveal.at for reveal in self.reveals] + list(self.resets)
        if self.passed_at is not None:
            ends.append(self.passed_at)
        return min(ends, default=None)

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.ended_at is None

    @property
    def is_passed(self) -> bool:
        """Whether it ended by a pass, in time or late."""
        return self.passed_at is not None and self.passed_at == self.ended_at

    @property
    def is_spoiled(self) -> bool:
        """Whether the answer was read before it was free."""
        return not self.is_passed and any(reveal.spoiled for reveal in self.reveals)

    @property
    def is_abandoned(self) -> bool:
        """Whether it ended by a reset, so that it says nothing about the drill."""
        return bool(self.resets) and not self.is_passed and not self.reveals

    def time_used(self, now: float) -> float:
        """Seconds on the clock: until the end, or until `now` while it runs; never negative."""
        end = now if self.ended_at is None else self.ended_at
        return max(0.0, end - self.started_at)

    def time_left(self, now: float) -> float | None:
        """Seconds until the deadline, 0 once it is over, None without a timer."""
        if self.deadline is None:
            return None
        return max(0.0, self.deadline - self.started_at - self.time_used(now))

    def over_by(self, now: float) -> float:
        """Seconds past the deadline at the end, or at `now` while it runs; 0 in time and without a timer."""
        if self.deadline is None:
            return 0.0
        return max(0.0, self.time_used(now) - (self.deadline - self.started_at))

    def is_time_up(self, now: float) -> bool:
        """Whether the deadline had come by the end, or by `now` while it runs."""
        return self.time_left(now) == 0.0

    def status(self, now: float) -> Status:
        """The state that this attempt alone gives its drill."""
        if self.is_spoiled:
            return Status.REVEALED
        if self.over_by(now) > 0 or (not self.is_passed and self.is_time_up(now)):
            return Status.OVER_TIME
        if not self.is_passed:
            return Status.STARTED
        return Status.WITH_HINTS if self.hints else Status.PASSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """All that was done on one drill, oldest first; `checks` and `reveals` are those made while no attempt ran."""

    drill: str
    attempts: tuple[Attempt, ...] = ()
    checks: tuple[Check, ...] = ()
    reveals: tuple[Reveal, ...] = ()

    @property
    def running(self) -> Attempt | None:
        """The attempt that runs, None when none does."""
        return next((attempt for attempt in reversed(self.attempts) if attempt.is_running), None)

    @property
    def latest(self) -> Attempt | None:
        """The running attempt, else the last that was not abandoned, None when there is none."""
        return self.running or next((attempt for attempt in reversed(self.attempts) if not attempt.is_abandoned), None)

    @property
    def is_passed(self) -> bool:
        """Whether the drill was ever solved, on the clock or off it, before its answer was read in that attempt."""
        return any(attempt.is_passed for attempt in self.attempts) or any(check.is_pass for check in self.checks)

    def passes(self, *, before: Attempt | None = None) -> tuple[float, ...]:
        """Seconds used by every passed attempt, oldest first; with `before` only those started before it."""
        attempts = self.attempts if before is None else [a for a in self.attempts if a.id < before.id]
        return tuple(attempt.time_used(attempt.started_at) for attempt in attempts if attempt.is_passed)

    def best_seconds(self, *, before: Attempt | None = None) -> float | None:
        """The shortest of `passes`, None when there is none."""
        return min(self.passes(before=before), default=None)

    def status(self, now: float) -> Status:
        """The drill's state: that of the latest attempt, abandoned ones aside; without one, what was done off the clock."""
        if self.latest is not None:
            return self.latest.status(now)
        if any(reveal.spoiled for reveal in self.reveals):
            return Status.REVEALED
        if any(check.is_pass for check in self.checks):
            return Status.PASSED
        return Status.STARTED if self.checks else Status.NEW

    def is_answer_free(self, now: float) -> bool:
        """Whether the answer may be read without a mark: the running attempt's time is up, or, with none running, the
        drill was passed, revealed or run out of time before."""
        if self.running is not None:
            return self.running.is_time_up(now)
        return self.is_passed or bool(self.reveals) or any(a.reveals or a.is_time_up(now) for a in self.attempts)


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptState:
    """An attempt as it stands at one moment, with the learner's earlier times on the same drill.

    `checks` and `hints` are counts, `verdict` is that of the last check.  `best_seconds` is the best pass so far, this
    attempt's included; `last_best_seconds` the best and `last_seconds` the most recent pass of earlier attempts.
    `abandoned` when a reset ended it; `revealed` when the answer was read before it was free.
    """

    id: int
    drill: str
    path: Path
    status: Status
    running: bool
    passed: bool
    abandoned: bool
    started_at: float
    ended_at: float | None
    deadline: float | None
    seconds_used: float
    seconds_left: float | None
    over_by: float
    checks: int
    hints: int
    revealed: bool
    verdict: VerdictKind | None
    best_seconds: float | None
    last_best_seconds: float | None
    last_seconds: float | None


def state_of(attempt: Attempt, past: Past, now: float) -> AttemptState:
    """`attempt`, one of those of `past`, as it stands at `now`."""
    last = max(attempt.checks, key=lambda check: (check.at, check.id), default=None)
    return AttemptState(
        id=attempt.id,
        drill=attempt.drill,
        path=attempt.path,
        status=attempt.status(now),
        running=attempt.is_running,
        passed=attempt.is_passed,
        abandoned=attempt.is_abandoned,
        started_at=attempt.started_at,
        ended_at=attempt.ended_at,
        deadline=attempt.deadline,
        seconds_used=attempt.time_used(now),
        seconds_left=attempt.time_left(now),
        over_by=attempt.over_by(now),
        checks=len(attempt.checks),
        hints=len(attempt.hints),
        revealed=attempt.is_spoiled,
        verdict=None if last is None else last.verdict,
        best_seconds=past.best_seconds(),
        last_best_seconds=past.best_seconds(before=attempt),
        last_seconds=next(reversed(past.passes(before=attempt)), None),
    )
