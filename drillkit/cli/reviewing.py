"""`drill status` and `drill history`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drillkit.cli.options import Json, slugs

if TYPE_CHECKING:
    from drillkit.cli.terminal import Terminal

EXAMPLES = """\b
Examples:
  drill history top-k
  drill history --show 12 > earlier.py
"""


def status(json: Json = False) -> None:
    """Show the attempts that run: time used and left, checks, hints, last result."""
    from drillkit import practice
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import attempts, data

    terminal = Terminal()
    with edge.practice() as p:
        states = practice.running(p)
    if json:
        terminal.data(data.status(states))
    else:
        terminal.show(attempts.status(states))


def history(
    slug: Annotated[str | None, typer.Argument(metavar="[SLUG]", help="Only this drill.", autocompletion=slugs)] = None,
    show: Annotated[int | None, typer.Option(metavar="N", help="Print the file as it was at check N.")] = None,
    json: Json = False,
) -> None:
    """Show attempts and checks, oldest first."""
    from drillkit import practice
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import attempts, data

    terminal = Terminal()
    with edge.practice() as p:
        if show is not None:
            _show(terminal, practice.snapshot(p, show), show, json=json)
            return
        entries = practice.history_of(p, slug)
    if json:
        terminal.data(data.history(entries))
    else:
        terminal.paged(attempts.history(entries))


def _show(terminal: Terminal, source: bytes, number: int, *, json: bool) -> None:
    """The file byte for byte into a pipe, made safe on a terminal."""
    if json:
        terminal.data({"check": number, "source": source.decode(errors="replace")})
    elif terminal.height is None:
        terminal.raw(source)
    else:
        from drillkit.views.prose import code
        from drillkit.views.texts import clean

        terminal.paged(code(clean(source.decode(errors="replace")), "python"))
