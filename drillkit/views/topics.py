"""The topics of the drills, in as many columns as fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rich.text import Text

from drillkit.views.layout import DIM, command, downwards
from drillkit.views.texts import counted

if TYPE_CHECKING:
    from rich.console import RenderableType

_GAP = 3


def topic_columns(topics: Mapping[str, int], *, width: int) -> Iterator[RenderableType]:
    """Each topic with its number of drills, read downwards, and what to type next."""
    if not topics:
        yield Text("there is no drill, so there is no topic")
        return
    digits = max(len(str(count)) for count in topics.values())
    cells = [(name, f"{count:>{digits}}") for name, count in topics.items()]
    widest = max(len(name) for name, _ in cells) + 1 + digits
    columns = max(1, (width + _GAP) // (widest + _GAP))
    for row in downwards(cells, columns):
        text = Text(no_wrap=True, overflow="ellipsis")
        for name, count in row:
            text.append(" " * _GAP if text else "")
            text.append(name.ljust(widest - digits)).append(count, style=DIM)
        yield text
    yield Text()
    example = max(topics, key=lambda name: topics[name])
    shown = f'"{example}"' if " " in example else example
    yield Text(f"{counted(len(topics), 'topic')} · ").append_text(command(f"drill list --topic {shown}"))
