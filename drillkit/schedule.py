"""When to review: a replay of ratings through FSRS gives what is remembered, how well, and when it is due.

Pure: nothing is stored and nothing is read from a clock.  A day is the smallest unit, so reviews are stamped at noon UTC of the
learner's local day, there are no learning steps of minutes, and intervals are not fuzzed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from drillkit.rules import Rating

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

VERSION = 1  # to be raised with every change of the scheduler's settings, so that kept replays are made anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One rating on one local day."""

    day: date
    rating: Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What a replay ends with: `due` and `last` are local days, `stability` is in days, `lapses` counts Again after the first time."""

    due: date
    last: date
    stability: float
    difficulty: float
    reviews: int
    lapses: int


def number_of(key: str) -> int:
    """The integer under which the library knows `key`: the same on every machine, below 2**63."""
    from hashlib import blake2b

    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) >> 1


def replay(key: str, reviews: Iterable[Review]) -> Memory | None:
    """What the reviews of one item, oldest first, lead to; None without any."""
    from fsrs import Card
    from fsrs import Rating as Theirs

    card, last, count, lapses = Card(card_id=number_of(key)), None, 0, 0
    for review in reviews:
        card, _ = _scheduler().review_card(card, Theirs(int(review.rating)), _noon(review.day))
        lapses += review.rating is Rating.AGAIN and count > 0
        last, count = review, count + 1
    return None if last is None else _memory(card, last.day, count, lapses)


def after(memory: Memory, review: Review) -> Memory:
    """What one more review makes of a memory; for plans."""
    from fsrs import Rating as Theirs

    card, _ = _scheduler().review_card(_card(memory), Theirs(int(review.rating)), _noon(review.day))
    return _memory(card, review.day, memory.reviews + 1, memory.lapses + (review.rating is Rating.AGAIN))


def recall(memory: Memory, day: date) -> float:
    """The chance, 0 to 1, to recall it on `day`."""
    return _scheduler().get_card_retrievability(_card(memory), _noon(day))


def _memory(card: Card, last: date, reviews: int, lapses: int) -> Memory:
    assert card.stability is not None
    assert card.difficulty is not None
    return Memory(due=card.due.date(), last=last, stability=card.stability, difficulty=card.difficulty, reviews=reviews, lapses=lapses)


def _card(memory: Memory) -> Card:
    from fsrs import Card, State

    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_noon(memory.due),
        last_review=_noon(memory.last),
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler  # 45 ms, and never on the way of `drill list`

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
