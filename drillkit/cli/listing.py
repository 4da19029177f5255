"""`drill list` and `drill show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drillkit.cli.options import AnySlug, Json

if TYPE_CHECKING:
    from drillkit.cli.terminal import Terminal

LIST_EXAMPLES = """\b
Examples:
  drill list matrix               every word must occur in slug, title or topic
  drill list --level E --minutes-max 10
  drill list --status new --track metrics
  drill list --topic metrics      all topics that are some kind of metrics
  drill list --topics             the topics there are
"""


def list_drills(
    words: Annotated[list[str] | None, typer.Argument(metavar="[TEXT]...", help="Words to look for.")] = None,
    track: Annotated[str | None, typer.Option(metavar="TRACK", help="Only this track.")] = None,
    level: Annotated[str | None, typer.Option(metavar="LEVEL", help="Only this level: E, M or H.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="Only this topic, or all whose names hold it.")] = None,
    role: Annotated[str | None, typer.Option(metavar="ROLE", help="Only what this role is asked, such as ml-engineer.")] = None,
    status: Annotated[str | None, typer.Option(metavar="STATUS", help="new, started, passed, over_time, with_hints or revealed.")] = None,
    minutes_max: Annotated[int | None, typer.Option(metavar="MINUTES", help="Only drills of at most so many minutes.")] = None,
    topics: Annotated[bool, typer.Option("--topics", help="Show the topics instead, with their numbers of drills.")] = False,
    json: Json = False,
) -> None:
    """List the drills by track, with your state and best time."""
    from drillkit import practice
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import data
    from drillkit.views.listing import listing

    terminal = Terminal()
    if topics:
        _show_topics(terminal, edge.catalogue(None).topics(), json=json)
        return
    with edge.practice() as p:
        states = practice.overview(
            p, text=" ".join(words or []) or None, track=track, level=level, topic=topic, role=role, status=status, minutes_max=minutes_max
        )
        due = edge.due_drills(p)
        if json:
            terminal.data(data.drills(states, due))
        else:
            terminal.show(listing(states, width=terminal.width, due=due))
        for broken in p.catalogue.problems:
            terminal.note(f"{broken.slug} is left out, its drill.toml cannot be read: drill verify {broken.slug} says why")


def _show_topics(terminal: Terminal, topics: dict[str, int], *, json: bool) -> None:
    from drillkit.views import data
    from drillkit.views.topics import topic_columns

    if json:
        terminal.data(data.topics(topics))
    else:
        terminal.show(topic_columns(topics, width=terminal.width))


def show(slug: AnySlug = None) -> None:
    """Show a drill's prompt."""
    from drillkit import practice
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.drill_folder import read_text
    from drillkit.views.opening import prompt

    terminal = Terminal()
    with edge.practice() as p:
        drill = practice.current(p, slug)
    terminal.named(slug, drill)
    terminal.paged(prompt(drill, read_text(drill, "prompt.md")))
