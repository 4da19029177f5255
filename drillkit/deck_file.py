"""A deck's file: parsed strictly, every problem told with file, line, card and key."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from drillkit.card import Card, Deck, Figure, FigureKind, Number, Series, Trap
from drillkit.drill import Level
from drillkit.keys import Rule, is_list, is_number, is_text, is_whole, read_toml, table_problems

FORMAT = 1
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OPENS_CARD = re.compile(r"\s*\[\[\s*card\s*\]\]")


def is_name(value: Any) -> bool:
    """Whether it can name a card or a deck: lower-case words joined by hyphens."""
    return type(value) is str and NAME.fullmatch(value) is not None


def _is_prose(value: Any) -> bool:
    return type(value) is str and bool(value.strip()) and all(line.isprintable() for line in value.splitlines())


def _is_figure_number(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value)


def _is_row(value: Any) -> bool:
    return type(value) is list and bool(value) and all(map(_is_figure_number, value))


def _is_matrix(value: Any) -> bool:
    return type(value) is list and bool(value) and all(map(_is_row, value)) and len({len(row) for row in value}) == 1


_TEXTS = Rule(words="a list of different texts, a line each", fits=is_list(is_text, least=0))
_LINE = Rule(words="one line of text", fits=is_text)
_DECK = {
    "format": Rule(words="1, the only format this version knows", fits=is_whole(FORMAT, FORMAT)),
    "title": _LINE,
    "summary": _LINE,
    "order": Rule(words="a whole number from 1 to 1000", fits=is_whole(1, 1000)),
}
_CARD = {
    "id": Rule(words="lower-case words joined by hyphens", fits=is_name),
    "level": Rule(words='"E", "M" or "H"', fits=lambda value: type(value) is str and value in list(Level)),
    "question": Rule(words="text", fits=_is_prose),
    "core": Rule(words="a list of one or more different texts, a line each", fits=is_list(is_text)),
    "bonus": _TEXTS,
    "answer": Rule(words="text", fits=_is_prose),
    "follow_ups": _TEXTS,
    "drills": Rule(words="a list of different slugs of drills", fits=is_list(is_name, least=0)),
    "topics": _TEXTS,
}
_OPTIONAL_IN_OWN = ("summary", "order", "level", "bonus", "follow_ups", "drills", "topics")
_TRAP = {"says": _LINE, "why": _LINE}
_NUMBER = {
    "label": _LINE,
    "value": Rule(words="a number", fits=_is_figure_number),
    "tolerance": Rule(words="a number from 0 up", fits=is_number(0, 1e300)),
    "unit": Rule(words='a unit, or ""', fits=lambda value: value == "" or is_text(value), optional=True),
}
_KIND = Rule(words='"matrix" or "curves"', fits=lambda value: type(value) is str and value in list(FigureKind))
_NAMES = Rule(words="a list of one or more different texts", fits=is_list(is_text))
_MATRIX = {"kind": _KIND, "title": _LINE, "rows": _NAMES, "columns": _NAMES, "values": Rule(words="rows of numbers", fits=_is_matrix)}
_CURVES = {"kind": _KIND, "title": _LINE, "x": Rule(words="a list of numbers", fits=_is_row), "x_label": _LINE, "y_label": _LINE}
_SERIES = {"name": _LINE, "values": Rule(words="a list of numbers", fits=_is_row)}


def _for(rules: Mapping[str, Rule], own: bool) -> Mapping[str, Rule]:
    """A learner's own deck may leave out what only a pack needs."""
    return {key: replace(rule, optional=True) if own and key in _OPTIONAL_IN_OWN else rule for key, rule in rules.items()}


def parse(path: Path, *, own: bool = False, name: str | None = None) -> tuple[Deck | None, tuple[str, ...]]:
    """The deck of a file, or None and everything that is wrong in it, a sentence each; without a name it has the file's."""
    name = path.stem if name is None else name
    data, problem = read_toml(path)
    if problem:
        return None, (problem,)
    problems = [f"{path}: {text}" for text in _deck_problems(name, data, own)] + _cards_problems(path, data.get("card", []), own)
    if problems:
        return None, tuple(problems)
    return _deck(name, data, own=own), ()


def _cards_problems(path: Path, cards: Any, own: bool) -> list[str]:
    if type(cards) is not list or any(type(card) is not dict for card in cards):
        return []
    problems, lines = [], _lines(path, len(cards))
    for number, card in enumerate(cards, start=1):
        called = f"card {card['id']}" if is_name(card.get("id")) else f"card {number}"
        place = f"{path}, line {lines[number - 1]}: {called}" if lines else f"{path}: {called}"
        problems += [f"{place}: {text}" for text in card_problems(card, own=own)]
    return problems


def _deck_problems(name: str, data: Mapping[str, Any], own: bool) -> list[str]:
    problems = [] if is_name(name) else [f'the file\'s name "{name}" must be lower-case words joined by hyphens']
    problems += table_problems(data, _for(_DECK, own), known_tables=("card",))
    cards = data.get("card", [])
    if type(cards) is not list or not cards or any(type(card) is not dict for card in cards):
        problems.append("there is no card; write [[card]] before each")
        return problems
    seen: set[str] = set()
    for name in (card["id"] for card in cards if is_name(card.get("id"))):
        if name in seen:
            problems.append(f"two cards have the id {name}; rename one")
        seen.add(name)
    return problems


def _lines(path: Path, count: int) -> list[int]:
    """The line of each `[[card]]`; empty when they cannot be told for sure."""
    text = path.read_text(encoding="utf-8", errors="replace")
    found = [number for number, line in enumerate(text.splitlines(), start=1) if _OPENS_CARD.match(line)]
    return found if len(found) == count else []


def card_problems(card: Mapping[str, Any], *, own: bool) -> list[str]:
    """Everything that is wrong in one card's table."""
    problems = table_problems(card, _for(_CARD, own), known_tables=("traps", "numbers", "figure"))
    problems += _each_problem(card, "traps", _TRAP) + _each_problem(card, "numbers", _NUMBER)
    figure = card.get("figure")
    if type(figure) is dict:
        problems += _figure_problems(figure)
    elif figure is not None:
        problems.append("`figure` must be a table; write [card.figure]")
    return problems


def _each_problem(card: Mapping[str, Any], key: str, rules: Mapping[str, Rule]) -> list[str]:
    rows = card.get(key, [])
    if type(rows) is not list or any(type(row) is not dict for row in rows):
        return [f"`{key}` must be a list of tables with {', '.join(rules)}"]
    return [text for number, row in enumerate(rows, start=1) for text in table_problems(row, rules, prefix=f"{key} {number}: ")]


def _figure_problems(figure: Mapping[str, Any]) -> list[str]:
    if figure.get("kind") == FigureKind.CURVES:
        problems = table_problems(figure, _CURVES, prefix="figure.", known_tables=("series",))
        if not figure.get("series"):
            problems.append("`figure.series` is missing; it must be a list of tables with name, values")
        problems += [f"figure.{text}" for text in _each_problem(figure, "series", _SERIES)]
        if not problems:
            size = len(figure["x"])
            problems += [
                f"`figure.series` {row['name']} has {len(row['values'])} values for {size} of x"
                for row in figure["series"]
                if len(row["values"]) != size
            ]
        return problems
    problems = table_problems(figure, _MATRIX, prefix="figure.")
    if not problems and (len(figure["values"]), len(figure["values"][0])) != (len(figure["rows"]), len(figure["columns"])):
        problems.append("`figure.values` must have a row for each of `rows` and a number for each of `columns`")
    return problems


def _deck(name: str, data: Mapping[str, Any], *, own: bool) -> Deck:
    return Deck(
        name=name,
        title=data["title"],
        summary=data.get("summary", ""),
        order=data.get("order", 1001),
        cards=tuple(_card(name, card) for card in data["card"]),
        own=own,
    )


def _card(deck: str, row: Mapping[str, Any]) -> Card:
    fields: dict[str, Any] = {key: tuple(value) if type(value) is list else value for key, value in row.items()}
    fields["level"] = Level(row.get("level", "M"))
    fields["question"] = " ".join(row["question"].split())
    fields["answer"] = row["answer"].replace("\r\n", "\n").strip("\n")
    fields["traps"] = tuple(Trap(**trap) for trap in row.get("traps", ()))
    fields["numbers"] = tuple(
        Number(**{**number, "value": float(number["value"]), "tolerance": float(number["tolerance"])}) for number in row.get("numbers", ())
    )
    fields["figure"] = figure_from(row["figure"]) if "figure" in row else None
    return Card(deck=deck, **fields)


def figure_from(row: Mapping[str, Any]) -> Figure:
    """A figure from its table."""
    fields: dict[str, Any] = {key: tuple(value) if type(value) is list else value for key, value in row.items()}
    fields["kind"] = FigureKind(row["kind"])
    fields["values"] = tuple(tuple(values) for values in row.get("values", ()))
    fields["series"] = tuple(Series(name=series["name"], values=tuple(series["values"])) for series in row.get("series", ()))
    return Figure(**fields)
