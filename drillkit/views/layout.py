"""Building blocks that all views share: parts on a line, text that hangs beside a label, the colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from rich.text import Text

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

GOOD, BAD, WARN, DIM, COMMAND = "green", "red", "yellow", "dim", "bold cyan"
MAX_WIDTH = 120
MAX_PROSE = 100
LABEL_WIDTH = 8
Fact = tuple[str, Text]
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Hanging:
    """`text` beside `prefix`, wrapped so that its lines stand below each other; a long word is broken, never run over the edge."""

    prefix: Text
    text: Text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        margin = self.prefix.cell_len
        room = max(1, options.max_width - margin)
        lines = self.text.wrap(console, room, overflow=self.text.overflow or "fold", no_wrap=self.text.no_wrap)
        for number, wrapped in enumerate(lines):
            wrapped.rstrip()
            head = self.prefix.copy() if number == 0 else Text(" " * margin)
            if not wrapped.plain:
                head.rstrip()
            yield Text("", no_wrap=True, overflow="crop").append_text(head).append_text(wrapped)


def line(*parts: str | Text) -> Text:
    """The parts that are not empty, with dots between them."""
    return Text(" · ", style=DIM).join([part if isinstance(part, Text) else Text(part) for part in parts if part])


def downwards(entries: Sequence[Entry], columns: int) -> Iterator[Sequence[Entry]]:
    """The rows of so many columns in which `entries` are read from top to bottom."""
    rows = -(-len(entries) // columns)
    return (entries[row::rows] for row in range(rows))


def hanging(prefix: str, text: str | Text, *, style: str = "") -> Hanging:
    """`text` beside a plain prefix."""
    return Hanging(Text(prefix), Text(text, style=style) if isinstance(text, str) else text)


def facts(rows: Iterable[Fact], *, width: int = LABEL_WIDTH) -> list[Hanging]:
    """Labels on the left, what they label beside them."""
    return [Hanging(Text(f"  {label:<{width}}  ", style=DIM), text) for label, text in rows]


def kept_lines(texts: Sequence[str], *, style: str = "") -> Text:
    """Lines shown with their own spacing, each cut at the edge instead of wrapped."""
    return Text("\n".join(texts), style=style, no_wrap=True, overflow="ellipsis")


def command(text: str, why: str = "") -> Text:
    """A command to type next, and what for."""
    shown = Text().append(text, style=COMMAND)
    return shown.append(f" — {why}") if why else shown


def section(title: str) -> Text:
    """The heading of one part of a long answer."""
    return Text().append("── ", style=DIM).append(title, style="bold")
