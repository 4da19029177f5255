"""All that is known of a learner at one moment: read once, then asked many times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drillkit import schedule, study_log
from drillkit.attempt import Past
from drillkit.card import Card
from drillkit.drill import Drill
from drillkit.memories import card_memories, drill_memories, drill_reviews
from drillkit.rules import Rating
from drillkit.schedule import Memory
from drillkit.study_log import GradingRow
from drillkit.study_results import CardState, Item, Kind, Study


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Memories and pasts of cards by id and of drills by slug; those no longer in the decks or the catalogue are left out."""

    today: date
    now: float
    cards: dict[str, Memory]
    drills: dict[str, Memory]
    gradings: dict[str, tuple[GradingRow, ...]]
    pasts: dict[str, Past]
    ratings: dict[str, tuple[Rating, ...]]

    def recall(self, memory: Memory) -> float:
        """The chance, 0 to 1, to recall it today."""
        return schedule.recall(memory, self.today)

    def is_due(self, memory: Memory | None) -> bool:
        """Whether it is due today or was before."""
        return memory is not None and memory.due <= self.today


def know(s: Study) -> Knowledge:
    """What the history says at this moment."""
    p, now = s.practice, s.now
    gradings = {card: rows for card, rows in study_log.gradings(p.history).items() if s.library.get(card) is not None}
    pasts = {slug: past for slug, past in p.history.pasts().items() if p.catalogue.get(slug) is not None}
    rated = study_log.ratings(p.history)
    reviews = {slug: drill_reviews(past, rated, now=now, zone=s.zone) for slug, past in pasts.items()}
    return Knowledge(
        today=s.today,
        now=now,
        cards=card_memories(gradings, s.data),
        drills=drill_memories(pasts, rated, s.data, now=now, zone=s.zone),
        gradings=gradings,
        pasts=pasts,
        ratings={slug: tuple(review.rating for review in found) for slug, found in reviews.items() if found},
    )


def card_state(known: Knowledge, card: Card) -> CardState:
    """A card as it stands."""
    memory, rows = known.cards.get(card.id), known.gradings.get(card.id, ())
    return CardState(
        card=card,
        memory=memory,
        last=rows[-1].rating if rows else None,
        due=known.is_due(memory),
        recall=None if memory is None else known.recall(memory),
    )


def card_item(known: Knowledge, card: Card, title: str) -> Item:
    """A card that was graded before, as an item of a review; `title` is its deck's."""
    memory = known.cards[card.id]
    return Item(
        kind=Kind.CARD,
        target=card.id,
        title=card.question,
        where=title,
        minutes=card.minutes,
        due=memory.due,
        recall=known.recall(memory),
        card=card,
    )


def drill_item(known: Knowledge, drill: Drill) -> Item:
    """A drill that was tried before, as an item of a review."""
    memory = known.drills[drill.slug]
    return Item(
        kind=Kind.DRILL,
        target=drill.slug,
        title=drill.title,
        where=drill.track,
        minutes=drill.minutes,
        due=memory.due,
        recall=known.recall(memory),
        drill=drill,
    )


def items(s: Study, known: Knowledge) -> tuple[Item, ...]:
    """Everything ever tried, weakest recall first, then the longest due."""
    found = [card_item(known, card, deck.title) for deck in s.library.decks for card in deck.cards if card.id in known.cards]
    found += [drill_item(known, drill) for drill in s.practice.catalogue.drills if drill.slug in known.drills]
    return tuple(sorted(found, key=lambda item: (item.recall, item.due)))
