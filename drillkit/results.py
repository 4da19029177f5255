"""What practising needs and gives back: the context record, and one frozen record for each thing a learner does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drillkit.attempt import AttemptState, Check, Status
from drillkit.catalogue import Catalogue
from drillkit.drill import Drill
from drillkit.drill_folder import Hint
from drillkit.history import History
from drillkit.verdict import Verdict
from drillkit.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Where and when a learner practises; `clock` gives UTC epoch seconds."""

    catalogue: Catalogue
    history: History
    workspace: Workspace
    clock: Callable[[], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillState:
    """A drill as the list shows it: `passed` if it ever was, `seconds` the time of its latest attempt if that was passed."""

    drill: Drill
    status: Status
    passed: bool
    running: bool
    seconds: float | None
    best_seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A start: `made` when the file was made from the stub, `resumed` when the attempt ran already."""

    drill: Drill
    attempt: AttemptState
    path: Path
    made: bool
    resumed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A check: `attempt` is the one it belongs to when `counted`, else the latest one that was not abandoned, if any.

    `check_id` is None when nothing was recorded, because the verdict is internal.
    """

    drill: Drill
    path: Path
    verdict: Verdict
    attempt: AttemptState | None
    counted: bool
    check_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinted:
    """A hint that was noted on the attempt, `total` being how many there are."""

    drill: Drill
    hint: Hint
    total: int
    attempt: AttemptState


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """The answer, or with `needs_confirmation` only the question whether to give it (all texts empty).

    `marked` when this look marked the running attempt.  `diff` is a unified diff from the learner's last file to the
    reference, empty when there is no such file or it is still the stub.
    """

    drill: Drill
    needs_confirmation: bool
    marked: bool
    attempt: AttemptState | None
    reference: str = ""
    walkthrough: str = ""
    follow_ups: tuple[str, ...] = ()
    diff: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset:
    """A fresh file at `path`; `archived` is where the old one is, None if there was none; `ended` when an attempt ran."""

    drill: Drill
    path: Path
    archived: Path | None
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One attempt with its checks, or, with `attempt` None, one check made while none ran."""

    drill: str
    at: float
    attempt: AttemptState | None
    checks: tuple[Check, ...]
