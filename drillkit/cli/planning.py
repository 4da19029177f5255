"""`drill next`, `drill plan` and `drill stats`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from drillkit.cli.options import Json
from drillkit.errors import DrillError

PLAN_EXAMPLES = """\b
Examples:
  drill plan --interview 2027-01-31
  drill plan --interview 2027-01-31 --hours 1.5
"""


def advise(
    minutes: Annotated[int | None, typer.Option(metavar="MINUTES", help="Only what fits into so many minutes.")] = None,
    json: Json = False,
) -> None:
    """Say what to do next, and why."""
    from drillkit import study
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import planned, study_data

    terminal = Terminal()
    with edge.study() as s:
        found = study.recommend(s, minutes)
    if json:
        terminal.data(study_data.advice(found))
    else:
        terminal.show(planned.advice(found))


def plan(
    interview: Annotated[str, typer.Option(metavar="DATE", help="The day of the interview, as in 2027-01-31.")],
    hours: Annotated[float | None, typer.Option(metavar="HOURS", help="Hours a day; without it 1.")] = None,
    json: Json = False,
) -> None:
    """Plan the daily work until an interview: what is due, weak and untried."""
    from drillkit import study
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import planned, study_data

    terminal = Terminal()
    day = _day(interview)
    with edge.study() as s, terminal.waiting("planning …"):
        found = study.plan(s, day, hours)
    if json:
        terminal.data(study_data.plan(found))
    else:
        terminal.paged(planned.plan(found))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise DrillError(f"{text} is no date", hint="write it as year, month and day: 2027-01-31") from None


def stats(json: Json = False) -> None:
    """Show what you practised, how well, how fast, and what falls due."""
    from drillkit import study
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import progress, study_data

    terminal = Terminal()
    with edge.study() as s:
        found = study.stats(s)
    if json:
        terminal.data(study_data.stats(found))
    else:
        terminal.paged(progress.stats(found))
