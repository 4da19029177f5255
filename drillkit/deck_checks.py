"""What `drill verify --cards` asks of the decks of a pack, beyond their schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from drillkit.card import Card, Deck, Figure, FigureKind
from drillkit.deck_file import is_name
from drillkit.decks import FOLDER, IDS, load
from drillkit.keys import Rule, is_list, is_whole, read_toml, table_problems
from drillkit.words import key_words, said_in

CORE_POINTS = range(3, 8)
COVERED = 0.5
WIDTH = 76  # what is left of 80 columns beside an indent
_IDS = {
    "format": Rule(words="1, the only format this version knows", fits=is_whole(1, 1)),
    "drills": Rule(words="a list of different slugs", fits=is_list(is_name, least=0)),
}
_NAMES = Rule(words="a list of one or more different ids of cards", fits=is_list(is_name))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckProof:
    """What was found out about one deck, or about the list of ids: `notes` do not make it fail, unless asked to be strict."""

    deck: str
    cards: int
    ok: bool
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Promise:
    """The list of ids: cards by deck, and drills that cards may name whether or not they are written."""

    decks: dict[str, list[str]] = field(default_factory=dict)
    drills: frozenset[str] = frozenset()


def check(pack: Path, drills: frozenset[str], *, strict: bool = False) -> tuple[DeckProof, ...]:
    """Every deck of a pack, in order; `drills` are the slugs of the catalogue, `strict` turns notes into failures."""
    library = load(pack, own=None, cache=None)
    promise, faults = _promise(pack / FOLDER / IDS)
    names = {broken.name for broken in library.problems} | {deck.name for deck in library.decks}
    faults += [f"the deck {name} is gone, with its {len(ids)} cards" for name, ids in promise.decks.items() if name not in names]
    faults += [f"{text} is in {count} decks" for text, count in _questions(library.decks).items() if count > 1]
    proofs = [_proof(broken.name, 0, list(broken.problems), [], strict) for broken in library.problems]
    for deck in library.decks:
        problems, notes = _gone(deck, promise), []
        for card in deck.cards:
            problems += [f"{card.id}: {text}" for text in card_faults(card)]
            problems += [f"{card.id}: the related drill {slug} is unknown" for slug in card.drills if slug not in drills | promise.drills]
            notes += [f"{card.id}: the related drill {slug} is not written yet" for slug in card.drills if slug in promise.drills - drills]
        proofs.append(_proof(deck.name, len(deck.cards), problems, notes, strict))
    return (*proofs, _proof(IDS, 0, faults, [], strict)) if faults else tuple(proofs)


def _proof(deck: str, cards: int, problems: list[str], notes: list[str], strict: bool) -> DeckProof:
    ok = not problems and not (strict and notes)
    return DeckProof(deck=deck, cards=cards, ok=ok, problems=tuple(problems), notes=tuple(notes))


def _promise(path: Path) -> tuple[_Promise, list[str]]:
    if not path.exists():
        return _Promise(), []
    data, problem = read_toml(path)
    if problem:
        return _Promise(), [problem]
    decks: Any = data.get("decks", {})
    faults = table_problems(data, _IDS, known_tables=("decks",))
    if type(decks) is dict:
        faults += table_problems(decks, dict.fromkeys(decks, _NAMES), prefix="decks.")
    else:
        faults.append("`decks` must be a table; write [decks]")
    if faults:
        return _Promise(), [f"{path}: {text}" for text in faults]
    return _Promise(decks=decks, drills=frozenset(data["drills"])), []


def _questions(decks: tuple[Deck, ...]) -> Counter[str]:
    return Counter(f"the question of {card.id}: “{card.question}”" for deck in decks for card in deck.cards)


def _gone(deck: Deck, promise: _Promise) -> list[str]:
    if not promise.decks:
        return []
    listed, there = promise.decks.get(deck.name, []), {card.id for card in deck.cards}
    gone = [f"the card {name} is gone; put it back, or take it out of {IDS}" for name in listed if name not in there]
    return gone + [f"the card {card.id} is not in {IDS}; add it" for card in deck.cards if card.id not in listed]


def card_faults(card: Card) -> list[str]:
    """What a card of the pack must have besides what its file's format asks for."""
    faults = []
    if len(card.core) not in CORE_POINTS:
        faults.append(f"{len(card.core)} core points; 3 to 7 are asked for")
    if not card.traps:
        faults.append("there is no trap; at least one is asked for")
    faults += [f"the answer does not cover the core point “{point}”" for point in uncovered(card)]
    faults += [f"{place} is too wide for 80 columns: {line[:40]}…" for place, line in _lines(card) if _is_too_wide(line, place)]
    return faults


def uncovered(card: Card) -> tuple[str, ...]:
    """Core points that the answer seems to omit: fewer than half of their key words occur close together.

    Words, not meaning: a point in quite other words is reported too, and the answer then gets the point's own terms.  A point that
    is a bare formula has too few words to be judged.
    """
    return tuple(point for point in card.core if len(key_words(point)) > 1 and said_in(point, card.answer) < COVERED)


def _lines(card: Card) -> Iterator[tuple[str, str]]:
    yield "the question", card.question
    for name in ("core", "bonus", "follow_ups"):
        yield from ((f"`{name}`", line) for line in getattr(card, name))
    for trap in card.traps:
        yield from (("`traps`", trap.says), ("`traps`", trap.why))
    yield from (
        ("the answer's code" if block.startswith(" ") else "the answer", line) for block in card.blocks for line in block.split("\n")
    )
    if card.figure is not None:
        yield from (("the figure", line) for line in _figure_lines(card.figure))


def _is_too_wide(line: str, place: str) -> bool:
    """Prose is wrapped, so only its longest word counts; code and figures keep their lines."""
    parts = line.split() if place not in ("the answer's code", "the figure") else [line]
    return any(_columns(part) > WIDTH for part in parts)


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _figure_lines(figure: Figure) -> Iterator[str]:
    yield figure.title
    if figure.kind is FigureKind.CURVES:
        yield from (series.name + "    " + " " * len(figure.x) for series in figure.series)
        return
    head = max(map(len, figure.rows))
    cells = [max(len(name), *(len(f"{row[at]:g}") for row in figure.values)) for at, name in enumerate(figure.columns)]
    yield " " * (head + sum(cells) + 3 * len(cells))
