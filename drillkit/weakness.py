"""Where a learner is weak: topics of drills and decks of cards whose last ratings were poor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from drillkit.knowledge import Knowledge
from drillkit.rules import Rating
from drillkit.study_results import Study

LEAST_TRIED = 2
WEAK = 0.5
_WEIGHT = {Rating.AGAIN: 1.0, Rating.HARD: 0.5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakness:
    """Weak topics of drills and weak decks, weakest first; each with how many of its items were tried and how many went badly."""

    topics: dict[str, tuple[int, int]]
    decks: dict[str, tuple[int, int]]


def weakness(s: Study, known: Knowledge) -> Weakness:
    """Topics and decks of which at least two items were tried, and half of them rated Again at last, a Hard counting half."""
    topics: dict[str, list[Rating]] = defaultdict(list)
    for slug, ratings in known.ratings.items():
        drill = s.practice.catalogue.get(slug)
        for topic in () if drill is None else drill.topics:
            topics[topic].append(ratings[-1])
    decks: dict[str, list[Rating]] = defaultdict(list)
    for name, rows in known.gradings.items():
        card = s.library.get(name)
        if card is not None:
            decks[card.deck].append(rows[-1].rating)
    return Weakness(topics=_weak(topics.items()), decks=_weak(decks.items()))


def _weak(ratings: Iterable[tuple[str, list[Rating]]]) -> dict[str, tuple[int, int]]:
    scored = [(sum(_WEIGHT.get(rating, 0.0) for rating in found) / len(found), name, found) for name, found in ratings]
    weak = sorted((-score, name, found) for score, name, found in scored if len(found) >= LEAST_TRIED and score >= WEAK)
    return {name: (len(found), sum(rating in _WEIGHT for rating in found)) for _, name, found in weak}
