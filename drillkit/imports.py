"""The learner's own cards: read from TOML, question-and-answer Markdown or tables, checked as a whole, then kept as a deck."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from drillkit import deck_text
from drillkit.deck_file import card_problems, parse
from drillkit.deck_text import Row
from drillkit.errors import DrillError
from drillkit.study_results import OWN, Imported, Study

_READERS = {
    ".md": deck_text.markdown,
    ".markdown": deck_text.markdown,
    ".txt": deck_text.markdown,
    ".tsv": deck_text.table,
    ".csv": deck_text.table,
}
_MOST_BYTES = 10_000_000
_ID_LENGTH = 60


def import_cards(s: Study, path: Path) -> Imported:
    """Make a deck of the learner's own from a file; the same deck imported again takes the old one's place.

    Anything wrong refuses the whole file, the first fault told with its line.
    """
    name = _slug(path.stem)
    if not name:
        raise DrillError(f"the name of {path} gives no name for a deck", hint="call the file by letters, as in my-notes.md")
    if any(deck.name == name and not deck.own for deck in s.library.decks):
        raise DrillError(f"a deck of drillkit is called {name}", hint="rename the file, then import it again")
    content = _read(path)
    suffix = path.suffix.casefold()
    if suffix != ".toml":
        if suffix not in _READERS:
            raise DrillError(f"{path.name} is of no known kind", hint="import a .toml, .md, .tsv or .csv file")
        content = _converted(path, name, content, suffix)
    return _keep(s, path, name, content)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise DrillError(f"{path} is larger than 10 MB", hint="import cards in parts")
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise DrillError(f"cannot read {path}: {(error.strerror or str(error)).lower()}", hint="see how the path is spelt") from error
    except UnicodeDecodeError as error:
        raise DrillError(f"{path} is not UTF-8: {error.reason}", hint="save it as UTF-8") from error


def _converted(path: Path, name: str, content: str, suffix: str) -> str:
    title, rows = _READERS[suffix](path, content)
    ids: dict[str, int] = {}
    tables, faults = [], []
    for row in rows:
        table = {"id": _card_id(name, row), **row.fields}
        if table["id"] in ids:
            faults.append(f"{path}, line {row.line}: the same question or id as in line {ids[table['id']]}")
        ids.setdefault(table["id"], row.line)
        faults += [f"{path}, line {row.line}: {text}" for text in card_problems(table, own=True)]
        tables.append(table)
    if not rows:
        faults.append(f"{path} holds no card")
    _refuse(faults)
    return deck_text.toml(title or path.stem, tables)


def _card_id(deck: str, row: Row) -> str:
    """A name that stays the same when other cards come and go: the deck's and the question's words."""
    given = row.fields.pop("id", None)
    if given is not None:
        return str(given)
    question = str(row.fields.get("question", ""))
    words = _slug(question)
    if len(words) > _ID_LENGTH or not words.isascii() or not words:
        words = (words[:_ID_LENGTH].rstrip("-") + "-" + hashlib.sha256(question.encode()).hexdigest()[:6]).lstrip("-")
    return f"{deck}-{words}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _refuse(faults: Iterable[str]) -> None:
    first, *others = [*faults] or [""]
    if first:
        more = f" (and {len(others)} more fault{'s' * (len(others) > 1)})" if others else ""
        raise DrillError(first + more, hint="nothing was imported: mend the file, then import it again")


def _keep(s: Study, source: Path, name: str, content: str) -> Imported:
    """Check the deck as a file beside its place, then move it there."""
    folder = s.data / OWN
    target, draft = folder / f"{name}.toml", folder / f".{name}.{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_text(content, encoding="utf-8", newline="\n")
        deck, problems = parse(draft, own=True, name=name)
        if deck is None:
            _refuse(text.replace(str(draft), str(source)) for text in problems)
        assert deck is not None
        taken = [(card.id, owner.deck) for card in deck.cards if (owner := s.library.get(card.id)) is not None and owner.deck != name]
        _refuse(f"{source}: card {card}: the id is taken by a card of {owner}; rename it" for card, owner in taken)
        draft.replace(target)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DrillError(f"cannot write {target}: {reason}", hint="set DRILL_HOME to a folder that you can write") from error
    finally:
        draft.unlink(missing_ok=True)
    return Imported(deck=deck, path=target)
