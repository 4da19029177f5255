"""Hints and answers: what is shown, and how it is noted on the attempt."""

from __future__ import annotations

from drillkit import workspace
from drillkit.attempt import Past
from drillkit.drill import Drill
from drillkit.drill_folder import Hint, read_bytes, read_hints, read_text
from drillkit.errors import DrillError
from drillkit.results import Hinted, Practice, Revealed
from drillkit.whereabouts import current, file_of, latest_state, shown_path


def hint(p: Practice, slug: str | None) -> Hinted:
    """The next hint, noted on the running attempt; refused when none runs or all are shown."""
    drill = current(p, slug)
    known = read_hints(drill)
    with p.history.transaction():
        now, past = p.clock(), p.history.past(drill.slug)
        if past.running is None:
            free = past.is_answer_free(now)
            way = f"drill hint {drill.slug} --all shows the hints" if free else f"drill start {drill.slug} begins one"
            raise DrillError(f"no attempt at {drill.slug} runs", hint=way)
        number = max(past.running.hints, default=0) + 1
        if number > len(known):
            way = f"drill hint {drill.slug} --all shows them again; drill reveal {drill.slug} gives the answer"
            raise DrillError(f"all {len(known)} hints of {drill.slug} are shown", hint=way)
        p.history.add_hint(attempt_id=past.running.id, number=number, at=now)
        past = p.history.past(drill.slug)
    attempt = latest_state(past, now)
    assert attempt is not None
    return Hinted(drill=drill, hint=known[number - 1], total=len(known), attempt=attempt)


def hints(p: Practice, slug: str | None) -> tuple[Hint, ...]:
    """The hints seen in any attempt; all of them once the answer is free."""
    drill = current(p, slug)
    known, past = read_hints(drill), p.history.past(drill.slug)
    if past.is_answer_free(p.clock()):
        return known
    seen = {number for attempt in past.attempts for number in attempt.hints}
    if not seen:
        raise DrillError(f"no hint of {drill.slug} was shown yet", hint=f"drill hint {drill.slug} shows the first")
    return tuple(hint for hint in known if hint.number in seen)


def reveal(p: Practice, slug: str | None, *, confirmed: bool) -> Revealed:
    """The answer, which ends a running attempt; before it is free only when `confirmed`, and then the attempt is marked."""
    drill = current(p, slug)
    reference, walkthrough = read_text(drill, "reference.py"), read_text(drill, "walkthrough.md")
    with p.history.transaction():
        now, past = p.clock(), p.history.past(drill.slug)
        free, attempt = past.is_answer_free(now), past.running
        if not (free or confirmed):
            return Revealed(drill=drill, needs_confirmation=True, marked=False, attempt=latest_state(past, now))
        p.history.add_reveal(attempt_id=None if attempt is None else attempt.id, drill=drill.slug, at=now, spoiled=not free)
        past = p.history.past(drill.slug)
    return Revealed(
        drill=drill,
        needs_confirmation=False,
        marked=attempt is not None and not free,
        attempt=latest_state(past, now),
        reference=reference,
        walkthrough=walkthrough,
        follow_ups=drill.follow_ups,
        diff=_diff(p, drill, past, reference),
    )


def _diff(p: Practice, drill: Drill, past: Past, reference: str) -> str:
    import difflib  # only a reveal needs it

    path = file_of(p, drill, past)
    try:
        source: bytes | None = workspace.read_submission(path, missing="")
    except DrillError:
        checks = [check for attempt in past.attempts for check in attempt.checks] + list(past.checks)
        source = p.history.source(max(check.id for check in checks)) if checks else None
    if source is None or source == read_bytes(drill, "stub.py"):
        return ""
    yours = source.decode(errors="replace").replace("\r\n", "\n")
    lines = difflib.unified_diff(yours.splitlines(), reference.splitlines(), shown_path(p, path), "reference", lineterm="")
    return "\n".join(lines)
