"""What the learner remembers of every card and drill: the history's outcomes, rated by the rules and replayed by the schedule.

A replay is kept in the cache folder under the reviews it was made from, so that unchanged items cost nothing and no import.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

from drillkit import index, schedule, study_log
from drillkit.attempt import Attempt, Past
from drillkit.results import Practice
from drillkit.rules import DrillOutcome, Proposal, Rating, drill_rating, standing
from drillkit.schedule import Memory, Review
from drillkit.study_log import GradingRow, RatingRow
from drillkit.verdict import VerdictKind

CACHE = "cache"
INDEX_NAME = "schedule.json"


def local_day(at: float, zone: tzinfo | None) -> date:
    """The calendar day of a moment where the learner is; without a zone, the system's."""
    return datetime.fromtimestamp(at, tz=UTC).astimezone(zone).date()


def card_reviews(rows: Sequence[GradingRow]) -> tuple[Review, ...]:
    """A card's gradings as the schedule wants them."""
    return tuple(Review(day=row.day, rating=row.rating) for row in rows)


def drill_reviews(past: Past, ratings: Mapping[int, RatingRow], *, now: float, zone: tzinfo | None) -> tuple[Review, ...]:
    """A drill's attempts that count as the schedule wants them, oldest first."""
    reviews = []
    for attempt in past.attempts:
        found = outcome(attempt, now=now, zone=zone)
        if found is not None:
            day, result = found
            reviews.append(Review(day=day, rating=rating_of(drill_rating(result), ratings.get(attempt.id))))
    return tuple(reviews)


def rating_of(proposal: Proposal, row: RatingRow | None) -> Rating:
    """The rating that counts: the rule's, unless the learner chose another."""
    return proposal.rating if row is None else standing(row.proposed, row.chosen, proposal.rating)


def outcome(attempt: Attempt, *, now: float, zone: tzinfo | None) -> tuple[date, DrillOutcome] | None:
    """How an attempt ended and on which local day; None while nothing can be said of it.

    One that was reset before its time was up says nothing.  One that ran out of time failed on the day of its deadline; while it
    is still open it has failed only once that day is over.
    """
    if attempt.is_passed:
        assert attempt.ended_at is not None
        failed = sum(check.verdict is VerdictKind.FAILED for check in attempt.checks if check.at <= attempt.ended_at)
        minutes = attempt.minutes
        used = None if not minutes else attempt.time_used(now) / (60 * minutes)
        return local_day(attempt.ended_at, zone), DrillOutcome(passed=True, hints=len(attempt.hints), failed_checks=failed, used=used)
    if attempt.is_spoiled:
        assert attempt.ended_at is not None
        return local_day(attempt.ended_at, zone), DrillOutcome(passed=False, revealed=True)
    if attempt.deadline is not None and attempt.is_time_up(now):
        day = local_day(attempt.deadline, zone)
        return None if attempt.is_running and day >= local_day(now, zone) else (day, DrillOutcome(passed=False))
    return None


class Memories:
    """Replays of items, kept between runs in a file of the cache folder."""

    def __init__(self, data: Path) -> None:
        self._path = data / CACHE / INDEX_NAME
        self._key = [schedule.VERSION]
        kept = index.read(self._path, self._key)
        self._kept: dict[str, Any] = kept if isinstance(kept, dict) else {}
        self._fresh: dict[str, Any] = {}

    def of(self, key: str, reviews: Sequence[Review]) -> Memory | None:
        """What the reviews of one item lead to; None without any."""
        if not reviews:
            return None
        made_from = " ".join(f"{review.day}:{int(review.rating)}" for review in reviews)
        known = self._read(key, made_from)
        if known is None:
            known = schedule.replay(key, reviews)
            assert known is not None
            self._fresh[key] = [made_from, {**asdict(known), "due": str(known.due), "last": str(known.last)}]
        return known

    def keep(self) -> None:
        """Write what was worked out anew."""
        if self._fresh:
            self._kept |= self._fresh
            self._fresh = {}
            index.write(self._path, self._key, self._kept)

    def _read(self, key: str, made_from: str) -> Memory | None:
        try:
            reviews, row = self._fresh.get(key) or self._kept[key]
            if reviews != made_from:
                return None
            return Memory(**{**row, "due": date.fromisoformat(row["due"]), "last": date.fromisoformat(row["last"])})
        except (KeyError, TypeError, ValueError):
            return None


def card_memories(gradings: Mapping[str, Sequence[GradingRow]], data: Path) -> dict[str, Memory]:
    """The memory of every card ever graded, by id."""
    return _all({card: (f"card:{card}", card_reviews(rows)) for card, rows in gradings.items()}, data)


def drill_memories(
    pasts: Mapping[str, Past], ratings: Mapping[int, RatingRow], data: Path, *, now: float, zone: tzinfo | None
) -> dict[str, Memory]:
    """The memory of every drill with an attempt that counts, by slug."""
    return _all({slug: (f"drill:{slug}", drill_reviews(past, ratings, now=now, zone=zone)) for slug, past in pasts.items()}, data)


def due_drills(p: Practice, data: Path, zone: tzinfo | None = None) -> frozenset[str]:
    """Slugs of the drills that are due; reads no deck, and loads the scheduler only when an attempt has ended since."""
    now = p.clock()
    memories = drill_memories(p.history.pasts(), study_log.ratings(p.history), data, now=now, zone=zone)
    today = local_day(now, zone)
    return frozenset(slug for slug, memory in memories.items() if memory.due <= today)


def _all(wanted: Mapping[str, tuple[str, Sequence[Review]]], data: Path) -> dict[str, Memory]:
    kept = Memories(data)
    found = {name: memory for name, (key, reviews) in wanted.items() if (memory := kept.of(key, reviews)) is not None}
    kept.keep()
    return found
