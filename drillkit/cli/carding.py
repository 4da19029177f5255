"""`drill cards`, `drill card`, `drill export` and `drill import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drillkit.cli.options import Json, card_ids, decks
from drillkit.errors import DrillError

if TYPE_CHECKING:
    from drillkit.cli.terminal import Terminal
    from drillkit.study_results import Study

CARDS_EXAMPLES = """\b
Examples:
  drill cards softmax             every word must occur in id, question, points or topics
  drill cards --deck python --level H
"""
EXPORT_EXAMPLES = """\b
Examples:
  drill export anki cards.txt     for Anki's File, Import; again later updates the same notes
  drill export json cards.json    with what you remember of each
"""
IMPORT_EXAMPLES = """\b
Examples:
  drill import cards notes.md     questions after "Q:", answers after "A:"
  drill import cards notes.csv    columns question, answer and, if you like, topics
  drill import cards notes.toml   the format of the decks in drills/concepts
"""


def cards(
    words: Annotated[list[str] | None, typer.Argument(metavar="[TEXT]...", help="Words to look for.")] = None,
    deck: Annotated[str | None, typer.Option(metavar="DECK", help="Only this deck.", autocompletion=decks)] = None,
    level: Annotated[str | None, typer.Option(metavar="LEVEL", help="Only this level: E, M or H.")] = None,
    json: Json = False,
) -> None:
    """List the concept cards by deck, with how you know them."""
    from drillkit import study
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import cards as views
    from drillkit.views import study_data

    terminal = Terminal()
    with edge.study() as s:
        states = study.cards(s, text=" ".join(words or []) or None, deck=deck, level=level)
        if json:
            terminal.data(study_data.cards(states))
        else:
            terminal.paged(views.listing(states, s.library.decks, width=terminal.width))
        _say_broken(terminal, s)


def _say_broken(terminal: Terminal, s: Study) -> None:
    for broken in s.library.problems:
        cause = f": {broken.problems[0]}" if broken.own else ", its file cannot be read: drill verify --cards says why"
        terminal.note(f"the deck {broken.name} is left out{cause}")


def card(
    name: Annotated[str, typer.Argument(metavar="ID", help="The card; a part of its id will do.", autocompletion=card_ids)],
    json: Json = False,
) -> None:
    """Read a card: question, points, traps, a model answer, and how you did."""
    from drillkit import study
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import cards as views
    from drillkit.views import study_data

    terminal = Terminal()
    with edge.study() as s:
        view = study.card(s, name)
    if json:
        terminal.data(study_data.card(view))
        return
    if view.card.id != name:
        terminal.note(f"“{name}” is {view.card.id}")
    terminal.paged(views.reading(view, width=terminal.width))


def export(
    kind: Annotated[str, typer.Argument(metavar="FORMAT", help="anki or json.", autocompletion=lambda: ["anki", "json"])],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write.")],
    deck: Annotated[str | None, typer.Option(metavar="DECK", help="Only this deck.", autocompletion=decks)] = None,
) -> None:
    """Write the cards for Anki or as JSON."""
    from drillkit import study
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views.texts import counted

    terminal = Terminal()
    ways = {"anki": study.export_anki, "json": study.export_json}
    if kind.lower() not in ways:
        raise DrillError(f"no export is called {kind}", hint="drill export anki FILE or drill export json FILE")
    with edge.study() as s:
        found = ways[kind.lower()](s, file, deck=deck)
    terminal.write(f"{counted(found.cards, 'card')} written to {edge.shown(found.path)}\n")


def take_in(
    kind: Annotated[str, typer.Argument(metavar="cards", help="What to import: cards.", autocompletion=lambda: ["cards"])],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .toml, .md, .tsv or .csv file.")],
) -> None:
    """Make a deck of your own from a file; a file with a fault is refused as a whole."""
    from drillkit import study
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views.texts import counted

    terminal = Terminal()
    if kind.lower() != "cards":
        raise DrillError(f"{kind} cannot be imported", hint="drill import cards FILE takes cards in")
    with edge.study() as s:
        found = study.import_cards(s, file)
    deck = found.deck
    terminal.write(f"{counted(len(deck.cards), 'card')} in your deck {deck.name}, kept in {edge.shown(found.path)}\n")
    terminal.note(f"drill quiz {deck.name} asks them")
