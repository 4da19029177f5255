"""Cards, quizzes, plans and figures as JSON-ready data, under the key names that scripts rely on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import Any

from drillkit.card import Card
from drillkit.deck_checks import DeckProof
from drillkit.study_results import Advice, CardState, CardView, Item, Plan, Stats
from drillkit.views.data import moment


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def state(found: CardState) -> dict[str, Any]:
    """A card in `drill cards --json`."""
    memory = found.memory
    return {
        "id": found.card.id,
        "deck": found.card.deck,
        "level": str(found.card.level),
        "question": found.card.question,
        "topics": list(found.card.topics),
        "last": None if found.last is None else found.last.name.lower(),
        "due": None if memory is None else memory.due.isoformat(),
        "is_due": found.due,
        "recall": _rounded(found.recall),
    }


def cards(states: Sequence[CardState]) -> list[dict[str, Any]]:
    """`drill cards --json`."""
    return [state(found) for found in states]


def card(view: CardView) -> dict[str, Any]:
    """`drill card --json`: all that is on it, and its past."""
    found = _plain(asdict(view.card))
    past = [
        {"id": row.id, "at": moment(row.at), "covered": _rounded(row.covered), "rating": row.rating.name.lower(), "answer": row.answer}
        for row in view.past
    ]
    return {**state(view.state), **found, "planned_drills": list(view.planned), "past": past}


def queue(found: Sequence[Card]) -> list[dict[str, Any]]:
    """`drill quiz --json`: what would be asked, in order."""
    return [
        {"id": card.id, "deck": card.deck, "level": str(card.level), "question": card.question, "minutes": card.minutes} for card in found
    ]


def due(items: Sequence[Item]) -> list[dict[str, Any]]:
    """`drill review --json`."""
    return [
        {
            "kind": str(item.kind),
            "id": item.target,
            "title": item.title,
            "where": item.where,
            "minutes": item.minutes,
            "due": item.due.isoformat(),
            "recall": _rounded(item.recall),
        }
        for item in items
    ]


def advice(found: Advice) -> dict[str, Any]:
    """`drill next --json`."""
    return dict(_plain(asdict(found)))


def plan(found: Plan) -> dict[str, Any]:
    """`drill plan --json`."""
    return dict(_plain(asdict(found)))


def stats(found: Stats) -> dict[str, Any]:
    """`drill stats --json`."""
    return dict(_plain(asdict(found)))


def deck_proofs(found: Sequence[DeckProof]) -> list[dict[str, Any]]:
    """`drill verify --cards --json`."""
    return [dict(_plain(asdict(proof))) for proof in found]


def _plain(value: Any) -> Any:
    """Days and words of a fixed set as text, shares rounded."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return str(value)
    return round(value, 6) if isinstance(value, float) else value
