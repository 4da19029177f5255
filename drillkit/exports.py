"""Cards for other programs: Anki's text format, and JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from html import escape
from pathlib import Path
from typing import Any

from drillkit.card import Card, Deck, Figure, FigureKind
from drillkit.errors import DrillError
from drillkit.knowledge import know
from drillkit.schedule import Memory
from drillkit.study_results import Exported, Study

# Anki matches a note by its guid, so that a second import updates the notes and keeps their schedule.
_HEADERS = (
    "#separator:tab",
    "#html:true",
    "#guid column:1",
    "#notetype:Basic",
    "#deck column:2",
    "#tags column:5",
    "#columns:guid\tdeck\tFront\tBack\ttags",
)
_JSON_START = '{\n  "drillkit_cards": '


def export_anki(s: Study, path: Path, *, deck: str | None = None) -> Exported:
    """Write cards as notes that Anki's File › Import takes: question in front; points, traps and answer behind."""
    decks = _decks(s, deck)
    lines = [*_HEADERS, *("\t".join(_note(found, card)) for found in decks for card in found.cards)]
    return _write(path, "\n".join(lines) + "\n", _HEADERS[0], decks)


def export_json(s: Study, path: Path, *, deck: str | None = None) -> Exported:
    """Write cards with everything on them, and what the learner remembers of each."""
    decks, known = _decks(s, deck), know(s)
    rows = [
        {**asdict(found), "cards": [{**asdict(card), "memory": _memory(known.cards.get(card.id))} for card in found.cards]}
        for found in decks
    ]
    text = json.dumps({"drillkit_cards": 1, "decks": rows}, indent=2, ensure_ascii=False) + "\n"
    return _write(path, text, _JSON_START, decks)


def _decks(s: Study, name: str | None) -> Sequence[Deck]:
    return s.library.decks if name is None else (s.library.match_deck(name),)


def _memory(memory: Memory | None) -> dict[str, Any] | None:
    return None if memory is None else {**asdict(memory), "due": str(memory.due), "last": str(memory.last)}


def _write(path: Path, text: str, start: str, decks: Sequence[Deck]) -> Exported:
    """Write the whole file or nothing; a file that is not such an export is not overwritten."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if os.path.lexists(path) and not (path.is_file() and path.read_bytes().startswith(start.encode())):
            raise DrillError(f"{path} is there and is no such export", hint="name another file, or move that one aside")
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        hint = "name a file in a folder that you can write"
        raise DrillError(f"cannot write {path}: {(error.strerror or str(error)).lower()}", hint=hint) from error
    return Exported(path=path, cards=sum(len(deck.cards) for deck in decks))


def _note(deck: Deck, card: Card) -> tuple[str, ...]:
    words = (word.replace(" ", "-") for word in (f"level-{card.level}", *card.topics))
    return f"drillkit:{card.id}", f"drillkit::{_plain(deck.title)}", _front(card), _back(card), " ".join(("drillkit", *words))


def _front(card: Card) -> str:
    figure = f"<br><br>{_figure(card.figure)}" if card.figure is not None and card.figure_is_given else ""
    asked = "".join(f"<br>{_html(number.label)} = ?" for number in card.numbers)
    return _html(card.question) + figure + asked


def _back(card: Card) -> str:
    parts = [_list("Points", card.core), _list("Bonus", card.bonus)]
    parts.append(_list("Numbers", [f"{number.label}: {number.value:.10g} {number.unit}".strip() for number in card.numbers]))
    traps = "".join(f"<li><s>{_html(trap.says)}</s><br>{_html(trap.why)}</li>" for trap in card.traps)
    parts.append(f"<b>Traps</b><ul>{traps}</ul>" if traps else "")
    parts += ["<b>Answer</b>", *(_block(block) for block in card.blocks)]
    parts.append(_figure(card.figure) if card.figure is not None and not card.figure_is_given else "")
    parts.append(_list("Follow-ups", card.follow_ups))
    return "".join(parts)


def _list(title: str, points: Sequence[str]) -> str:
    rows = "".join(f"<li>{_html(point)}</li>" for point in points)
    return f"<b>{title}</b><ul>{rows}</ul>" if rows else ""


def _block(block: str) -> str:
    if not block.startswith(" "):
        return f"<p>{_html(block)}</p>"
    return "<pre>" + "<br>".join(_html(line).replace(" ", "&nbsp;") for line in block.split("\n")) + "</pre>"


def _figure(figure: Figure) -> str:
    if figure.kind is FigureKind.MATRIX:
        head, names, rows = figure.columns, figure.rows, figure.values
    else:
        head, names = tuple(f"{x:g}" for x in figure.x), tuple(series.name for series in figure.series)
        rows = tuple(series.values for series in figure.series)
    top = "<tr><th></th>" + "".join(f"<th>{_html(name)}</th>" for name in head) + "</tr>"
    body = (
        f"<tr><th>{_html(name)}</th>" + "".join(f"<td>{value:g}</td>" for value in row) + "</tr>"
        for name, row in zip(names, rows, strict=True)
    )
    return f"{_html(figure.title)}<table>{top}{''.join(body)}</table>"


def _html(text: str) -> str:
    return escape(" ".join(text.split()) if not text.startswith(" ") else text.rstrip())


def _plain(text: str) -> str:
    return " ".join(text.replace("::", ":").split()).replace('"', "'")
