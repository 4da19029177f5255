"""Figures on what was done and what is known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from drillkit.attempt import Past
from drillkit.drill import Drill
from drillkit.knowledge import Knowledge, know
from drillkit.memories import local_day
from drillkit.study_results import DayCount, DeckStats, DrillTime, Stats, Study, TopicStats

WEEKS = 26
AHEAD = 14
RECENT = 7


def stats(s: Study) -> Stats:
    """All figures at this moment."""
    known = know(s)
    cards, drills = _activity(s, known)
    monday = known.today - timedelta(days=known.today.weekday() + 7 * (WEEKS - 1))
    recent = [known.today - timedelta(days=back) for back in range(RECENT)]
    return Stats(
        today=known.today,
        topics=_topics(s, known),
        decks=_decks(s, known),
        activity=_counts(monday, 7 * WEEKS, cards, drills),
        due=_due(known),
        times=_times(s, known),
        practised=sum(bool(cards[day] or drills[day]) for day in recent),
    )


def _counts(start: date, days: int, cards: Counter[date], drills: Counter[date]) -> tuple[DayCount, ...]:
    found = (start + timedelta(days=ahead) for ahead in range(days))
    return tuple(DayCount(day=day, cards=cards[day], drills=drills[day]) for day in found)


def _activity(s: Study, known: Knowledge) -> tuple[Counter[date], Counter[date]]:
    """Gradings by day, and different drills started or checked by day."""
    cards = Counter(row.day for rows in known.gradings.values() for row in rows)
    worked = {(local_day(at, s.zone), slug) for slug, past in known.pasts.items() for at in _moments(past)}
    return cards, Counter(day for day, _ in worked)


def _moments(past: Past) -> Iterable[float]:
    for attempt in past.attempts:
        yield attempt.started_at
        yield from (check.at for check in attempt.checks)
    yield from (check.at for check in past.checks)


def _due(known: Knowledge) -> tuple[DayCount, ...]:
    """What falls due on each day to come; today also what fell due before."""
    cards = Counter(max(memory.due, known.today) for memory in known.cards.values())
    drills = Counter(max(memory.due, known.today) for memory in known.drills.values())
    return _counts(known.today, AHEAD, cards, drills)


def _topics(s: Study, known: Knowledge) -> tuple[TopicStats, ...]:
    by_topic: dict[str, list[Drill]] = defaultdict(list)
    for drill in s.practice.catalogue.drills:
        for topic in drill.topics:
            by_topic[topic].append(drill)
    return tuple(_topic(known, topic, by_topic[topic]) for topic in sorted(by_topic))


def _topic(known: Knowledge, topic: str, drills: Sequence[Drill]) -> TopicStats:
    pasts = [known.pasts[drill.slug] for drill in drills if drill.slug in known.pasts]
    return TopicStats(
        topic=topic,
        drills=len(drills),
        tried=sum(bool(past.attempts or past.checks) for past in pasts),
        in_time=sum(any(attempt.is_passed and not attempt.over_by(known.now) for attempt in past.attempts) for past in pasts),
        first_check=sum(any(attempt.is_passed and attempt.checks[0].is_pass for attempt in past.attempts) for past in pasts),
        recall=_mean([known.recall(known.drills[drill.slug]) for drill in drills if drill.slug in known.drills]),
    )


def _decks(s: Study, known: Knowledge) -> tuple[DeckStats, ...]:
    return tuple(
        DeckStats(
            deck=deck.name,
            title=deck.title,
            cards=len(deck.cards),
            tried=sum(card.id in known.cards for card in deck.cards),
            due=sum(known.is_due(known.cards.get(card.id)) for card in deck.cards),
            covered=_mean([known.gradings[card.id][-1].covered for card in deck.cards if card.id in known.gradings]),
            recall=_mean([known.recall(known.cards[card.id]) for card in deck.cards if card.id in known.cards]),
        )
        for deck in s.library.decks
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _times(s: Study, known: Knowledge) -> tuple[DrillTime, ...]:
    found = []
    for drill in s.practice.catalogue.drills:
        passes = known.pasts[drill.slug].passes() if drill.slug in known.pasts else ()
        if passes:
            found.append(DrillTime(slug=drill.slug, title=drill.title, target=60.0 * drill.minutes, last=passes[-1], best=min(passes)))
    return tuple(found)
