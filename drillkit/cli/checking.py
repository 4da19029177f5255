"""`drill check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drillkit.cli.options import AnySlug, Json

if TYPE_CHECKING:
    from drillkit.cli.terminal import Terminal
    from drillkit.judge.client import Judge
    from drillkit.practice import Practice
    from drillkit.views.scorecard import Card

EXAMPLES = """\b
Examples:
  drill check                     the drill started or checked last
  drill check top-k --verbose     every failing test in full
  drill check top-k --file other.py

Exit status: 0 passed, 1 not passed, 2 wrong use, 3 our fault.
"""
_SIZES = ((3, 6), (2, 6), (1, 6), (1, 3), (1, 1))
STATUS = {"passed": 0, "failed": 1, "not_loaded": 1, "internal": 3}


def check(
    slug: AnySlug = None,
    file: Annotated[Path | None, typer.Option(metavar="PATH", help="Judge this file instead and record nothing.")] = None,
    json: Json = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show every failing test in full.")] = False,
) -> int:
    """Judge your file by the hidden tests and show a scorecard."""
    from drillkit.cli import edge, warm
    from drillkit.cli.terminal import Terminal

    terminal = Terminal()
    with warm.take() as judge, edge.practice() as p:
        card = _judged(terminal, p, judge, slug, file)
        _show(terminal, card, json=json, verbose=verbose)  # before the judge is closed, which takes a moment
        if card.counted and card.verdict.kind == "passed":
            from drillkit.cli.rating import rate

            rate(terminal, p, card.drill, quiet=json)
    return STATUS[card.verdict.kind]


def _judged(terminal: Terminal, p: Practice, judge: Judge, slug: str | None, file: Path | None) -> Card:
    from drillkit import practice
    from drillkit.cli import edge
    from drillkit.drill import Drill
    from drillkit.verdict import Verdict
    from drillkit.views.scorecard import Card

    seen: list[Drill] = []

    def judging(drill: Drill, source: bytes, filename: str) -> Verdict:
        seen.append(drill)
        terminal.named(slug, drill)
        with terminal.waiting(f"judging {drill.slug} …"):
            return judge.check(drill, source, filename=filename)

    if file is not None:
        verdict = practice.check_file(p, slug, file, judging)
        return Card(drill=seen[0], verdict=verdict, path=str(file), recorded=False)
    found = practice.check(p, slug, judging)
    return Card(drill=found.drill, verdict=found.verdict, path=edge.shown(found.path), attempt=found.attempt, counted=found.counted)


def _show(terminal: Terminal, card: Card, *, json: bool, verbose: bool) -> None:
    from drillkit.views import data
    from drillkit.views.scorecard import scorecard

    if json:
        terminal.data(data.check(card.verdict, card.attempt if card.counted else None))
    elif verbose:
        terminal.paged(scorecard(card, width=terminal.width, details=None))
    else:
        terminal.write(_fitting(terminal, card))


def _fitting(terminal: Terminal, card: Card) -> str:
    """The scorecard with as many failing tests in full as leave it on one screen."""
    from drillkit.views.scorecard import scorecard

    for details, titles in _SIZES:
        text = terminal.rendered(scorecard(card, width=terminal.width, details=details, titles=titles))
        if terminal.height is None or text.count("\n") < terminal.height - 1:
            break
    return text
