"""What `start`, `reset` and `list` say about files and the clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from drillkit.drill import Drill
from drillkit.results import Reset, Started
from drillkit.views.attempts import local_time
from drillkit.views.layout import DIM, Fact, command, facts, line
from drillkit.views.standing import time_used
from drillkit.views.texts import counted

if TYPE_CHECKING:
    from rich.console import RenderableType


def drill_line(drill: Drill) -> Text:
    """Where a drill stands in the catalogue: slug, track, level, minutes, topics."""
    levels = {"E": "easy", "M": "medium", "H": "hard"}
    text = line(drill.slug, drill.track, levels[drill.level], f"{drill.minutes} min", ", ".join(drill.topics))
    text.style = DIM
    return text


def started(found: Started, *, path: str) -> Iterator[RenderableType]:
    """The file, the clock and the next command."""
    yield from facts(_started(found, path))


def _started(found: Started, path: str) -> Iterator[Fact]:
    file = Text(path, style="bold")
    yield "file", file.append("  made from the stub" if found.made else "  was there already and is as you left it", style="not bold")
    attempt = found.attempt
    clock = time_used(attempt)
    if found.resumed:
        since = f"since {local_time(attempt.started_at):%H:%M}"
        yield "time", line(f"the attempt goes on, {since}", clock, counted(attempt.checks, "check"), counted(attempt.hints, "hint"))
    elif attempt.deadline is None:
        yield "time", Text("no timer")
    else:
        minutes = round((attempt.deadline - attempt.started_at) / 60, 2)
        yield "time", Text(f"{minutes:g} min, until {local_time(attempt.deadline):%H:%M}")
    if not found.made and not found.resumed:
        yield "fresh", command(f"drill reset {found.drill.slug}", "archives that file and makes a new one")
    yield "next", command("drill check", "when you have written something")


def reset(found: Reset, *, path: str, archived: str | None) -> Iterator[RenderableType]:
    """Where the old file is, where the new one is."""
    rows: list[Fact] = []
    if archived is not None:
        rows.append(("old file", Text(archived, style="bold")))
    rows.append(("file", Text(path, style="bold").append("  made from the stub", style="not bold")))
    if found.ended:
        rows.append(("time", Text("the attempt is ended")))
    rows.append(("next", command(f"drill start {found.drill.slug}", "begins a new attempt")))
    yield from facts(rows)


def prompt(drill: Drill, text: str) -> Iterator[RenderableType]:
    """What an interviewer says, and where the drill stands."""
    from drillkit.views.prose import Prose

    yield Prose(text)
    yield Text()
    yield drill_line(drill)
