"""The decks of a pack and the learner's own: found, loaded through an index, matched by loose names and filtered."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from drillkit import __version__, index
from drillkit.card import Card, Deck, Number, Trap
from drillkit.deck_file import figure_from, parse
from drillkit.drill import Level
from drillkit.errors import DrillError, InternalError

FOLDER = "concepts"
IDS = "ids.toml"
INDEX_NAME = "decks.json"
_INDEX_FORMAT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenDeck:
    """A deck that is left out, with everything that is wrong in its file."""

    name: str
    path: Path
    problems: tuple[str, ...]
    own: bool = False


@dataclass(frozen=True, kw_only=True)
class Library:
    """All decks, the pack's in their order and then the learner's own by name, and those that could not be read."""

    decks: tuple[Deck, ...]
    problems: tuple[BrokenDeck, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Card]:
        """Every card by its id, in the order of decks and files."""
        return {card.id: card for deck in self.decks for card in deck.cards}

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card, in the order of decks and files."""
        return tuple(self.by_id.values())

    def get(self, name: str) -> Card | None:
        """The card with exactly this id."""
        return self.by_id.get(name)

    def deck(self, name: str) -> Deck:
        """The deck with exactly this name."""
        return next(deck for deck in self.decks if deck.name == name)

    def match_card(self, text: str) -> Card:
        """The card that `text` names, exactly or loosely; DrillError that offers cards when several or none fit."""
        return self.get(text) or self.by_id[_matched("card", text, list(self.by_id), "drill cards lists them all")]

    def match_deck(self, text: str) -> Deck:
        """The deck that `text` names by its name or title, exactly or loosely; DrillError that offers decks."""
        for broken in self.problems:
            if broken.name == text:
                raise _broken(broken)
        titles = {deck.title.casefold(): deck.name for deck in self.decks}
        name = titles.get(text.casefold().strip(), text)
        names = [deck.name for deck in self.decks]
        return self.deck(name if name in names else _matched("deck", text, names, f"the decks are {', '.join(names)}"))

    def filter(self, *, text: str | None = None, deck: str | None = None, level: str | None = None) -> tuple[Card, ...]:
        """The cards that pass every filter given; each word of `text` must occur in id, question, points, topics or deck."""
        from drillkit.catalogue import choose

        levels = {known.name: known.value for known in Level}
        chosen = choose("level", levels.get((level or "").strip().upper(), level), tuple(Level))
        decks = self.decks if deck is None else (self.match_deck(deck),)
        return tuple(
            card
            for found in decks
            for card in found.cards
            if (chosen is None or card.level == chosen) and (text is None or _mentions(card, found, text))
        )


def _matched(what: str, text: str, names: list[str], otherwise: str) -> str:
    from drillkit import naming  # with difflib, for names that are not exact
    from drillkit.catalogue import either

    found = naming.fitting(text, names)
    if len(found) == 1:
        return found[0]
    if found:
        raise DrillError(f'"{text}" may be {either(found)}', hint="write more of the name")
    near = naming.nearest(text, names)
    raise DrillError(f'no {what} is called "{text}"', hint=f"did you mean {either(near)}?" if near else otherwise)


def _mentions(card: Card, deck: Deck, text: str) -> bool:
    place = "\n".join((card.id, card.id.replace("-", " "), card.question, deck.title, deck.name, *card.topics, *card.core)).casefold()
    return all(word in place for word in text.casefold().split())


def _broken(broken: BrokenDeck) -> DrillError:
    more = f" (and {len(broken.problems) - 1} more)" if len(broken.problems) > 1 else ""
    if broken.own:
        return DrillError(broken.problems[0] + more, hint="mend your deck, or remove its file")
    return InternalError(broken.problems[0] + more, hint="mend the deck, then run drill verify --cards")


def load(pack: Path, *, own: Path | None, cache: Path | None) -> Library:
    """The decks in `pack`/concepts and in the folder `own`, through an index in the folder `cache`.

    The index is rebuilt when a file came, went or changed; one that is damaged or cannot be written only costs time.
    """
    folders = [(pack.absolute() / FOLDER, False), *([] if own is None else [(own.absolute(), True)])]
    stamps = {str(path): _stamp(path) for folder, _ in folders for path in _files(folder)}
    key = [_INDEX_FORMAT, __version__, str(folders[0][0]), stamps]
    known = None if cache is None else _library(index.read(cache / INDEX_NAME, key))
    if known is not None:
        return known
    library = _build(folders)
    if cache is not None:
        index.write(cache / INDEX_NAME, key, _rows(library))
    return library


def _files(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if entry.name.endswith(".toml") and entry.name[0] not in "._")
    except FileNotFoundError:
        return
    except OSError as error:
        raise DrillError(f"cannot read the decks in {folder}: {(error.strerror or str(error)).lower()}") from error
    yield from (folder / name for name in names if name != IDS)


def _stamp(path: Path) -> list[int]:
    try:
        found = path.stat()
    except FileNotFoundError:
        return []
    return [found.st_mtime_ns, found.st_size]


def _build(folders: list[tuple[Path, bool]]) -> Library:
    decks: dict[str, Deck] = {}
    broken: list[BrokenDeck] = []
    owner: dict[str, str] = {}
    for folder, own in folders:
        found: list[Deck] = []
        for path in _files(folder):
            deck, problems = parse(path, own=own)
            if deck is not None:
                problems = _taken(path, deck, decks, owner)
            if deck is None or problems:
                broken.append(BrokenDeck(name=path.stem, path=path, problems=problems, own=own))
                continue
            owner |= {card.id: deck.name for card in deck.cards}
            found.append(deck)
            decks[deck.name] = deck
        if not own:
            decks = {deck.name: deck for deck in sorted(found, key=lambda deck: (deck.order, deck.name))}
    return Library(decks=tuple(decks.values()), problems=tuple(broken))


def _taken(path: Path, deck: Deck, decks: dict[str, Deck], owner: dict[str, str]) -> tuple[str, ...]:
    problems = [f"{path}: there is another deck {deck.name}; rename the file"] if deck.name in decks else []
    problems += [
        f"{path}: card {card.id}: the id is taken by a card of {owner[card.id]}; rename it" for card in deck.cards if card.id in owner
    ]
    return tuple(problems)


def _rows(library: Library) -> dict[str, Any]:
    broken = [[found.name, str(found.path), found.problems, found.own] for found in library.problems]
    return {"decks": [asdict(deck) for deck in library.decks], "problems": broken}


def _library(rows: Any) -> Library | None:
    try:
        return Library(
            decks=tuple(Deck(**{**row, "cards": tuple(map(_card, row["cards"]))}) for row in rows["decks"]),
            problems=tuple(BrokenDeck(name=n, path=Path(p), problems=tuple(texts), own=own) for n, p, texts, own in rows["problems"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _card(row: dict[str, Any]) -> Card:
    fields: dict[str, Any] = {key: tuple(value) if type(value) is list else value for key, value in row.items()}
    fields["level"] = Level(row["level"])
    fields["traps"] = tuple(Trap(**trap) for trap in row["traps"])
    fields["numbers"] = tuple(Number(**number) for number in row["numbers"])
    fields["figure"] = None if row["figure"] is None else figure_from(row["figure"])
    return Card(**fields)
