"""What a learner does, one function each: no printing, no wall clock, no environment."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from drillkit import workspace
from drillkit.answers import hint, hints, reveal
from drillkit.attempt import Attempt, AttemptState, Past, Status, state_of
from drillkit.catalogue import choose
from drillkit.drill import Drill
from drillkit.drill_folder import read_bytes
from drillkit.errors import DrillError
from drillkit.results import Checked, DrillState, Entry, Hinted, Practice, Reset, Revealed, Started
from drillkit.verdict import Verdict, VerdictKind
from drillkit.whereabouts import current, file_of, latest_state, shown_path

__all__ = [
    "Checked",
    "DrillState",
    "Entry",
    "Hinted",
    "Practice",
    "Reset",
    "Revealed",
    "Started",
    "check",
    "check_file",
    "current",
    "hint",
    "hints",
    "history_of",
    "overview",
    "reset",
    "reveal",
    "running",
    "snapshot",
    "start",
]
MAX_MINUTES = 24 * 60
Judging = Callable[[Drill, bytes, str], Verdict]


def overview(
    p: Practice,
    *,
    text: str | None = None,
    track: str | None = None,
    level: str | None = None,
    topic: str | None = None,
    role: str | None = None,
    status: str | None = None,
    minutes_max: int | None = None,
) -> tuple[DrillState, ...]:
    """The drills that pass every filter, in the catalogue's order.

    `status` "passed" takes every drill that was ever passed, "started" every one whose attempt runs, in time or not.
    """
    drills = p.catalogue.filter(text=text, track=track, level=level, topic=topic, role=role, minutes_max=minutes_max)
    wanted = choose("status", status, Status)
    pasts, now = p.history.pasts(), p.clock()
    states = [_drill_state(drill, pasts.get(drill.slug, Past(drill=drill.slug)), now) for drill in drills]
    return tuple(state for state in states if wanted is None or _has(state, wanted))


def _has(state: DrillState, wanted: str) -> bool:
    return wanted == state.status or (wanted == Status.PASSED and state.passed) or (wanted == Status.STARTED and state.running)


def _drill_state(drill: Drill, past: Past, now: float) -> DrillState:
    latest, status = past.latest, past.status(now)
    return DrillState(
        drill=drill,
        status=status,
        passed=past.is_passed,
        running=past.running is not None,
        seconds=latest.time_used(now) if latest is not None and latest.is_passed else None,
        best_seconds=past.best_seconds(),
    )


def start(p: Practice, slug: str, *, minutes: float | None = None, no_timer: bool = False) -> Started:
    """Make the file if none is there and start the clock, or resume the attempt that runs: its clock goes on.

    A running attempt keeps its timer: asking for another one is refused.
    """
    drill = p.catalogue.match(slug)
    _refuse_bad_timer(minutes, no_timer)
    stub = read_bytes(drill, "stub.py")
    with p.history.transaction():
        now, past = p.clock(), p.history.past(drill.slug)
        resumed = past.running
        if resumed is not None:
            _refuse_other_timer(drill, resumed, minutes, no_timer)
        path = file_of(p, drill, past)
        made = workspace.make_solution(path, stub)
        if resumed is None:
            deadline = None if no_timer else now + 60 * (drill.minutes if minutes is None else minutes)
            p.history.add_attempt(drill=drill.slug, path=path, at=now, deadline=deadline)
            past = p.history.past(drill.slug)
    attempt = latest_state(past, now)
    assert attempt is not None
    return Started(drill=drill, attempt=attempt, path=path, made=made, resumed=resumed is not None)


def _refuse_bad_timer(minutes: float | None, no_timer: bool) -> None:
    if minutes is None:
        return
    if no_timer:
        raise DrillError("--timer and --no-timer cannot go together", hint="give one of them")
    if not (math.isfinite(minutes) and 0 < minutes <= MAX_MINUTES):
        hint = "use --no-timer to practise without one"
        raise DrillError(f"a timer runs for more than 0 and at most {MAX_MINUTES} minutes, not {minutes:g}", hint=hint)


def _refuse_other_timer(drill: Drill, attempt: Attempt, minutes: float | None, no_timer: bool) -> None:
    has = attempt.minutes
    same_minutes = minutes is None or (has is not None and math.isclose(minutes, has, abs_tol=1e-6))
    if same_minutes and not (no_timer and has is not None):
        return
    timer = "without a timer" if has is None else f"with a timer of {has:g} minutes"
    raise DrillError(
        f"an attempt at {drill.slug} runs already, {timer}",
        hint=f"drill start {drill.slug} resumes it; drill reset {drill.slug} ends it, and the next start has a new timer",
    )


def running(p: Practice) -> tuple[AttemptState, ...]:
    """The attempts that run, the latest started first."""
    now = p.clock()
    states = [state_of(past.running, past, now) for past in p.history.pasts().values() if past.running is not None]
    return tuple(sorted(states, key=lambda state: (state.started_at, state.id), reverse=True))


def check(p: Practice, slug: str | None, judge: Judging) -> Checked:
    """Read the learner's file, judge it and record it in one transaction; an internal verdict is not recorded.

    The moment of the check is that of reading the file.  Without a running attempt the check is recorded by itself.
    """
    drill = current(p, slug)
    past = p.history.past(drill.slug)
    attempt, path, at = past.running, file_of(p, drill, past), p.clock()
    source = workspace.read_submission(path, missing=f"drill start {drill.slug} makes it")
    verdict = judge(drill, source, shown_path(p, path))
    check_id, owner = None, None if attempt is None else attempt.id
    if verdict.kind is not VerdictKind.INTERNAL:
        with p.history.transaction():
            check_id = p.history.add_check(attempt_id=owner, drill=drill.slug, at=at, source=source, verdict=verdict)
            past = p.history.past(drill.slug)
    judged = next((found for found in past.attempts if found.id == owner), past.latest)
    return Checked(
        drill=drill,
        path=path,
        verdict=verdict,
        attempt=None if judged is None else state_of(judged, past, at),
        counted=owner is not None and check_id is not None,
        check_id=check_id,
    )


def check_file(p: Practice, slug: str | None, path: Path, judge: Judging) -> Verdict:
    """Judge any file and record nothing; without a slug the file's name tells the drill."""
    if slug is None:
        stem = path.name.split(".")[0]
        drill = next((drill for drill in p.catalogue.drills if stem in (drill.module, drill.slug)), None)
        if drill is None:
            raise DrillError(f"the name of {path} tells no drill", hint=f"name the drill too, as in drill check top-k --file {path}")
    else:
        drill = p.catalogue.match(slug)
    return judge(drill, workspace.read_submission(path, missing="see how the path is spelt"), str(path))


def reset(p: Practice, slug: str) -> Reset:
    """Archive the learner's file, make a fresh one, and end the attempt that runs."""
    drill = p.catalogue.match(slug)
    stub = read_bytes(drill, "stub.py")
    with p.history.transaction():
        now, past = p.clock(), p.history.past(drill.slug)
        attempt, path = past.running, file_of(p, drill, past)
        if attempt is None and not os.path.lexists(path):
            raise DrillError(f"there is nothing to reset: {path} does not exist", hint=f"drill start {drill.slug} makes it")
        archived = workspace.archive(path, now)
        workspace.make_solution(path, stub)
        p.history.add_reset(attempt_id=None if attempt is None else attempt.id, drill=drill.slug, at=now, archive=archived)
    return Reset(drill=drill, path=path, archived=archived, ended=attempt is not None)


def history_of(p: Practice, slug: str | None) -> tuple[Entry, ...]:
    """Attempts and single checks, oldest first, of one drill or of all."""
    now = p.clock()
    pasts: Sequence[Past] = list(p.history.pasts().values()) if slug is None else [p.history.past(p.catalogue.match(slug).slug)]
    tried = [
        Entry(drill=past.drill, at=attempt.started_at, attempt=state_of(attempt, past, now), checks=attempt.checks)
        for past in pasts
        for attempt in past.attempts
    ]
    single = [Entry(drill=past.drill, at=check.at, attempt=None, checks=(check,)) for past in pasts for check in past.checks]
    return tuple(sorted(tried + single, key=lambda entry: entry.at))


def snapshot(p: Practice, check_id: int) -> bytes:
    """The file as it was at that check."""
    source = p.history.source(check_id)
    if source is None:
        raise DrillError(f"there is no check {check_id}", hint="drill history lists the checks and their numbers")
    return source
