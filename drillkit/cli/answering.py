"""`drill hint` and `drill reveal`."""

from __future__ import annotations

from typing import Annotated

import typer

from drillkit.cli.options import AnySlug


def hint(
    slug: AnySlug = None,
    everything: Annotated[bool, typer.Option("--all", help="Show the hints you have seen again; note nothing.")] = False,
) -> None:
    """Show the next of three hints and note it on the attempt."""
    from drillkit import practice
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import answer
    from drillkit.views.standing import HINTS

    terminal = Terminal()
    with edge.practice() as p:
        drill = practice.current(p, slug)
        terminal.named(slug, drill)
        if everything:
            terminal.show(answer.hints(practice.hints(p, drill.slug), HINTS))
        else:
            terminal.show(answer.hinted(practice.hint(p, drill.slug)))


def reveal(
    slug: AnySlug = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Reveal without asking, even before it is free.")] = False,
) -> None:
    """Show the reference, the walk-through, the follow-ups and a diff against your file.

    It is free after a pass or when the time is up; before, the attempt ends and is marked as revealed.
    """
    from drillkit import practice
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.errors import DrillError
    from drillkit.views import answer

    terminal = Terminal()
    with edge.practice() as p:
        found = practice.reveal(p, slug, confirmed=yes)
        terminal.named(slug, found.drill)
        if found.needs_confirmation:
            name = found.drill.slug
            if not terminal.is_interactive:
                hint = f"drill reveal {name} --yes shows it and marks the attempt as revealed"
                raise DrillError(f"the answer to {name} is not free yet", hint=hint)
            if not terminal.ask(f"You have not passed {name}. Reveal it, end the attempt and mark it as revealed?"):
                terminal.note("nothing was revealed")
                return
            found = practice.reveal(p, name, confirmed=True)
    terminal.paged(answer.answer(found))
