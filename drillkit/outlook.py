"""What lies ahead and what was done: records of recommendations, plans and figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What a learner reviews."""

    CARD = "card"
    DRILL = "drill"


class Why(StrEnum):
    """Why something is recommended or planned."""

    RUNNING = "running"
    DUE = "due"
    WEAK = "weak"
    FOLLOW_UP = "follow_up"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One thing to do next and the reason, a sentence; for cards `target` is the deck ("" for all) and `count` how many.

    `command` is what to type.
    """

    kind: Kind
    target: str
    title: str
    why: Why
    reason: str
    minutes: int
    count: int
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One entry of a day: a drill, or one card."""

    kind: Kind
    target: str
    title: str
    where: str
    why: Why
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDay:
    """What to do on one day; `last_week` when weakest recall comes first and nothing new is begun."""

    day: date
    tasks: tuple[Task, ...]
    minutes: int
    last_week: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Daily work from today until the day before the interview.

    `left` is how many drills and cards the plan has no time for; recall counts are predictions for the morning of the interview
    among what was ever tried, `minutes_a_day` what was asked for.
    """

    interview: date
    minutes_a_day: int
    days: tuple[PlanDay, ...]
    left_drills: int
    left_cards: int
    expected_recall: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicStats:
    """A topic's drills: how many there are, were tried, were ever passed in time without a look, and by the first check."""

    topic: str
    drills: int
    tried: int
    in_time: int
    first_check: int
    recall: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckStats:
    """A deck's cards: how many, ever graded, due; `covered` is the mean share of core points said last time."""

    deck: str
    title: str
    cards: int
    tried: int
    due: int
    covered: float | None
    recall: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillTime:
    """Seconds of the latest and the best pass of a drill against its target."""

    slug: str
    title: str
    target: float
    last: float
    best: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """What was done on a day, or falls due on it."""

    day: date
    cards: int
    drills: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """All that `drill stats` shows; `activity` is 26 whole weeks from a Monday on (to the Sunday of this week),
    `due` today (with what is overdue) and the 13 days after it, `practised` how many of the last 7 days."""

    today: date
    topics: tuple[TopicStats, ...]
    decks: tuple[DeckStats, ...]
    activity: tuple[DayCount, ...]
    due: tuple[DayCount, ...]
    times: tuple[DrillTime, ...]
    practised: int
