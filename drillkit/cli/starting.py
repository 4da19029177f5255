"""`drill start` and `drill reset`."""

from __future__ import annotations

from typing import Annotated

import typer

from drillkit.cli.options import Slug

EXAMPLES = """\b
Examples:
  drill start top-k               the drill's own number of minutes
  drill start top-k --timer 15
  drill start top-k --no-timer --edit

The clock is a stored deadline: it runs on when the terminal is closed.
Starting a drill whose attempt runs resumes that attempt, clock and file as they are;
for another timer end it with drill reset and start again.
"""


def start(
    slug: Slug,
    timer: Annotated[float | None, typer.Option(metavar="MINUTES", help="Minutes on the clock; without it the drill's own.")] = None,
    no_timer: Annotated[bool, typer.Option("--no-timer", help="Practise without a deadline.")] = False,
    edit: Annotated[bool, typer.Option("--edit", help="Open the file in $VISUAL or $EDITOR.")] = False,
) -> None:
    """Print the prompt, make your file, start the clock."""
    from drillkit import practice
    from drillkit.cli import edge, editor
    from drillkit.cli.terminal import Terminal
    from drillkit.drill_folder import read_text
    from drillkit.views.opening import prompt, started

    terminal = Terminal()
    command = editor.command() if edit else None
    with edge.practice() as p:
        text = read_text(p.catalogue.match(slug), "prompt.md")
        found = practice.start(p, slug, minutes=timer, no_timer=no_timer)
    terminal.named(slug, found.drill)
    terminal.show(prompt(found.drill, text))
    terminal.show(["", *started(found, path=edge.shown(found.path))])
    if command is not None:
        editor.edit(command, found.path)


def reset(slug: Slug) -> None:
    """Archive your file beside the others and make a fresh one; this ends the attempt that runs."""
    from drillkit import practice
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views.opening import reset as view

    terminal = Terminal()
    with edge.practice() as p:
        found = practice.reset(p, slug)
    terminal.named(slug, found.drill)
    archived = None if found.archived is None else edge.shown(found.archived)
    terminal.show(view(found, path=edge.shown(found.path), archived=archived))
