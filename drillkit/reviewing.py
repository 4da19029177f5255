"""What is due: cards and drills mixed, drills opened afresh, and their ratings."""

from __future__ import annotations

import os

from drillkit import practice, schedule, study_log
from drillkit.drill import Drill
from drillkit.errors import DrillError
from drillkit.knowledge import drill_item, items, know
from drillkit.memories import Memories, drill_reviews, outcome, rating_of
from drillkit.rules import Rating, drill_rating
from drillkit.study_results import DrillRating, Item, Kind, Opened, Study
from drillkit.whereabouts import file_of


def due(s: Study) -> tuple[Item, ...]:
    """Cards and drills that are due today or were before, weakest recall first."""
    known = know(s)
    return tuple(item for item in items(s, known) if item.due <= known.today)


def open_drill(s: Study, slug: str, *, minutes: float | None = None, no_timer: bool = False) -> Opened:
    """Open a drill for review: the old file archived, a fresh one made, the clock started.

    An attempt that runs and has time left is resumed as it is.
    """
    p = s.practice
    drill = p.catalogue.match(slug)
    known, past = know(s), p.history.past(drill.slug)
    item = drill_item(known, drill) if drill.slug in known.drills else _new_item(s, drill)
    running = past.running
    if running is not None and not running.is_time_up(s.now):
        started = practice.start(p, drill.slug, minutes=minutes, no_timer=no_timer)
        return Opened(item=item, started=started, archived=None, resumed=True)
    archived = None
    if running is not None or os.path.lexists(file_of(p, drill, past)):
        archived = practice.reset(p, drill.slug).archived
    started = practice.start(p, drill.slug, minutes=minutes, no_timer=no_timer)
    return Opened(item=item, started=started, archived=archived, resumed=False)


def _new_item(s: Study, drill: Drill) -> Item:
    return Item(
        kind=Kind.DRILL,
        target=drill.slug,
        title=drill.title,
        where=drill.track,
        minutes=drill.minutes,
        due=s.today,
        recall=0.0,
        drill=drill,
    )


def rating_of_last(s: Study, slug: str) -> DrillRating | None:
    """The rating of a drill's last attempt that counts, None when there is none."""
    drill = s.practice.catalogue.match(slug)
    past, now = s.practice.history.past(drill.slug), s.now
    ended = [(attempt, found) for attempt in past.attempts if (found := outcome(attempt, now=now, zone=s.zone)) is not None]
    if not ended:
        return None
    attempt, (day, result) = ended[-1]
    proposal, rated = drill_rating(result), study_log.ratings(s.practice.history)
    reviews = drill_reviews(past, rated, now=now, zone=s.zone)
    kept = Memories(s.data)
    before, after = schedule.replay("", reviews[:-1]), kept.of(f"drill:{drill.slug}", reviews)
    kept.keep()
    assert after is not None
    return DrillRating(
        attempt=attempt.id,
        drill=drill,
        proposal=proposal,
        rating=rating_of(proposal, rated.get(attempt.id)),
        was_due=before is not None and before.due <= day,
        due=after.due,
    )


def rate(s: Study, slug: str, rating: Rating | None = None) -> DrillRating:
    """Save the rating of a drill's last attempt: the proposed one, or the learner's own; the last one saved counts."""
    found = rating_of_last(s, slug)
    if found is None:
        raise DrillError(f"no attempt at {slug} has ended", hint=f"drill start {slug} begins one")
    study_log.add_rating(
        s.practice.history,
        attempt=found.attempt,
        drill=found.drill.slug,
        at=s.now,
        day=s.today,
        proposed=found.proposal.rating,
        chosen=rating or found.proposal.rating,
    )
    saved = rating_of_last(s, slug)
    assert saved is not None
    return saved
