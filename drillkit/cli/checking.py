"""`drill check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drillkit.cli.options import AnySlug, Json

if TYPE_CHECKING:
    from drillkit.cli.terminal import Terminal
    from drillkit.drill import Drill
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

    with warm.take() as judge, edge.practice() as p:
        terminal, card = _judged(p, judge, slug, file)
        _show(terminal, card, json=json, verbose=verbose)
        if card.counted and card.verdict.kind == "passed":
            from drillkit.cli.rating import rate

            rate(terminal, p, card.drill, quiet=json)
    return STATUS[card.verdict.kind]


def _judged(p: Practice, judge: Judge, slug: str | None, file: Path | None) -> tuple[Terminal, Card]:
    """The card to show, and the terminal, which is loaded only while the judge is at work."""
    from drillkit import practice
    from drillkit.cli import edge
    from drillkit.verdict import Verdict

    seen: list[tuple[Drill, Terminal]] = []

    def judging(drill: Drill, source: bytes, filename: str) -> Verdict:
        verdict = judge.begin(drill, source, filename=filename)
        judge.dismiss()  # it ends by itself while the scorecard is drawn
        from drillkit.cli.terminal import Terminal
        from drillkit.views import scorecard  # noqa: F401

        terminal = Terminal()
        seen.append((drill, terminal))
        terminal.named(slug, drill)
        with terminal.waiting(f"judging {drill.slug} …"):
            return verdict()

    checked = practice.check(p, slug, judging) if file is None else practice.check_file(p, slug, file, judging)
    from drillkit.views.scorecard import Card

    drill, terminal = seen[0]
    if isinstance(checked, Verdict):
        return terminal, Card(drill=drill, verdict=checked, path=str(file), recorded=False)
    path = edge.shown(checked.path)
    return terminal, Card(drill=drill, verdict=checked.verdict, path=path, attempt=checked.attempt, counted=checked.counted)


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
