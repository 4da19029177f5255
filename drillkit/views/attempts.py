"""Attempts that run, and attempts that were: status and history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from drillkit.attempt import AttemptState, Check, Status
from drillkit.results import Entry
from drillkit.views.layout import DIM, GOOD, WARN, command, line
from drillkit.views.standing import time_used, verdict_word
from drillkit.views.texts import clock, counted, remaining

if TYPE_CHECKING:
    from rich.console import RenderableType


def local_time(at: float) -> datetime:
    """A stored moment in the learner's own time zone."""
    return datetime.fromtimestamp(at, tz=UTC).astimezone()


def status(states: Sequence[AttemptState]) -> Iterator[RenderableType]:
    """A row for each attempt that runs."""
    if not states:
        yield line("no attempt runs", command("drill list", "shows what there is to start"))
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM)
    for name, right in (("drill", False), ("used", True), ("left", True), ("checks", True), ("hints", True), ("last check", False)):
        table.add_column(name, justify="right" if right else "left", no_wrap=True, overflow="ellipsis")
    for state in states:
        table.add_row(
            state.drill, clock(state.seconds_used), _left(state), str(state.checks), str(state.hints), verdict_word(state.verdict)
        )
    yield table


def _left(state: AttemptState) -> Text:
    if state.seconds_left is None:
        return Text("no timer", style=DIM)
    if state.over_by >= 1:
        return Text(f"+{clock(state.over_by)} over", style=WARN)
    return Text(remaining(state.seconds_left), style=GOOD if state.seconds_left > 120 else WARN)


def history(entries: Sequence[Entry]) -> Iterator[RenderableType]:
    """Attempts with their checks, oldest first."""
    if not entries:
        yield line("nothing was done yet", command("drill list", "shows what there is to start"))
        return
    for number, entry in enumerate(entries):
        if number:
            yield Text()
        yield _heading(entry)
        yield from (_check_line(check, entry) for check in entry.checks)
    numbers = [check.id for entry in entries for check in entry.checks]
    if numbers:
        yield Text()
        yield command(f"drill history --show {max(numbers)}", "the file as it was at that check")


def _heading(entry: Entry) -> Text:
    text = Text(f"{local_time(entry.at):%Y-%m-%d %H:%M}  ", style=DIM).append(entry.drill, style="bold not dim")
    attempt = entry.attempt
    if attempt is None:
        return text.append("  a check while no attempt ran", style="not dim")
    facts = line(_ending(attempt), time_used(attempt), counted(attempt.hints, "hint") if attempt.hints else "")
    return Text.assemble(text, "  ", facts)


def _ending(attempt: AttemptState) -> Text:
    if attempt.running:
        return Text("▸ running", style="cyan")
    if attempt.passed:
        return Text("✓ passed", style=GOOD)
    if attempt.abandoned:
        return Text("reset", style=DIM)
    return Text("○ revealed", style=WARN if attempt.status is Status.REVEALED else DIM)


def _check_line(check: Check, entry: Entry) -> Text:
    when = f"{local_time(check.at):%H:%M}"
    at = "" if entry.attempt is None else f"  after {clock(check.at - entry.at)}"
    text = Text(f"  {when}  check {check.id:<5}").append_text(verdict_word(check.verdict))
    text.pad_right(max(0, 34 - text.cell_len))
    return text.append(f"{check.passed} of {check.required}").append(at, style=DIM)
