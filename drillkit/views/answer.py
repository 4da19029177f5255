"""Hints and the answer: reference, walk-through, follow-ups, and the difference from the learner's file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from drillkit.drill_folder import Hint
from drillkit.results import Hinted, Revealed
from drillkit.views.layout import BAD, DIM, GOOD, WARN, Hanging, command, hanging, section
from drillkit.views.prose import Prose, code
from drillkit.views.texts import clean

if TYPE_CHECKING:
    from rich.console import RenderableType


def hinted(found: Hinted) -> Iterator[RenderableType]:
    """The next hint, and what remains."""
    yield from _hint(found.hint, found.total)
    yield Text()
    left = found.total - found.hint.number
    if left:
        yield command(f"drill hint {found.drill.slug}", f"{left} more, each noted on your attempt")
    else:
        yield command(f"drill reveal {found.drill.slug}", "the answer; this was the last hint")


def hints(found: Sequence[Hint], total: int) -> Iterator[RenderableType]:
    """All hints that may be seen again."""
    for number, hint in enumerate(found):
        if number:
            yield Text()
        yield from _hint(hint, total)


def _hint(hint: Hint, total: int) -> Iterator[RenderableType]:
    yield Text().append(f"hint {hint.number} of {total}", style=DIM).append(f"  {hint.title}", style="bold")
    yield Text()
    yield Prose(hint.body)


def answer(revealed: Revealed) -> Iterator[RenderableType]:
    """Everything that is known about a drill, the reference first."""
    yield section("reference")
    yield Text()
    yield from code(revealed.reference, "python")
    yield Text()
    yield section("walk-through")
    yield Text()
    yield Prose(revealed.walkthrough)
    if revealed.follow_ups:
        yield Text()
        yield section("what they ask next")
        yield Text()
        for number, question in enumerate(revealed.follow_ups, 1):
            yield hanging(f"{number}. ", question)
    if revealed.diff:
        yield Text()
        yield section("from your file to the reference")
        yield Text()
        yield from difference(revealed.diff)
    if revealed.marked:
        yield Text()
        yield Text("the attempt is marked as revealed", style=WARN)


def difference(diff: str) -> Iterator[Hanging]:
    """A unified diff: what to take out and what to put in, by sign as well as by colour."""
    styles = {"+++": "bold", "---": "bold", "+": GOOD, "-": BAD, "@": "cyan"}
    for row in clean(diff).split("\n"):
        style = next((style for start, style in styles.items() if row.startswith(start)), "")
        yield Hanging(Text(row[:1], style=style), Text(row[1:], style=style))
