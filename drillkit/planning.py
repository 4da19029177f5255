"""A plan until the interview: what is due, weak and untried, day by day, each review assumed to go well."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from drillkit import schedule
from drillkit.drill import Level
from drillkit.errors import DrillError
from drillkit.knowledge import know
from drillkit.rules import Rating
from drillkit.schedule import Memory, Review
from drillkit.study_results import Kind, Plan, PlanDay, Study, Task, Why
from drillkit.weakness import Weakness, weakness

HOURS = 1.0
MOST_DAYS = 366
LAST_WEEK = 7
_LEVELS = tuple(Level)
_FRESH = 0.97  # in the last week, what is known as well as this is left alone


@dataclass(slots=True)
class _Course:
    """The plan while it is made: memories as they will be, and what was not begun yet."""

    memories: dict[str, Memory]
    tasks: dict[str, Task]
    untried: list[Task]
    days: list[PlanDay] = field(default_factory=list)
    spent: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(Kind, 0))


def plan(s: Study, interview: date, hours: float | None = None) -> Plan:
    """Daily work from today until the day before the interview, in `hours` a day (1 without)."""
    days = (interview - s.today).days
    if days < 1:
        raise DrillError(f"the interview on {interview} is not after today, {s.today}", hint="give a date to come, as in 2027-01-31")
    if days > MOST_DAYS:
        raise DrillError(f"the interview on {interview} is more than a year away", hint="plan again when it is nearer")
    hours = HOURS if hours is None else hours
    if not (math.isfinite(hours) and 0.1 <= hours <= 16):
        raise DrillError(f"--hours must be from 0.1 to 16, not {hours:g}", hint="it is the time you have each day")
    course, minutes = _course(s), round(60 * hours)
    for ahead in range(days):
        _plan_day(course, s.today + timedelta(days=ahead), minutes, last_week=days - ahead <= LAST_WEEK)
    recalls = [schedule.recall(memory, interview) for memory in course.memories.values()]
    return Plan(
        interview=interview,
        minutes_a_day=minutes,
        days=tuple(course.days),
        left_drills=sum(task.kind is Kind.DRILL for task in course.untried),
        left_cards=sum(task.kind is Kind.CARD for task in course.untried),
        expected_recall=sum(recalls) / len(recalls) if recalls else None,
    )


def _course(s: Study) -> _Course:
    known = know(s)
    memories = {_key(Kind.CARD, name): memory for name, memory in known.cards.items()}
    memories |= {_key(Kind.DRILL, slug): memory for slug, memory in known.drills.items()}
    tasks = {_key(task.kind, task.target): task for task in _tasks(s, weakness(s, known))}
    untried = [task for key, task in tasks.items() if key not in memories]
    return _Course(memories=memories, tasks=tasks, untried=sorted(untried, key=lambda task: task.why is not Why.WEAK))


def _key(kind: Kind, target: str) -> str:
    return f"{kind}:{target}"


def _tasks(s: Study, weak: Weakness) -> Iterable[Task]:
    """Every drill, easier ones first, and every card, as the task it is when it is new."""
    for drill in sorted(s.practice.catalogue.drills, key=lambda drill: _LEVELS.index(drill.level)):
        why = Why.WEAK if any(topic in weak.topics for topic in drill.topics) else Why.NEW
        yield Task(kind=Kind.DRILL, target=drill.slug, title=drill.title, where=drill.track, why=why, minutes=drill.minutes)
    for deck in s.library.decks:
        why = Why.WEAK if deck.name in weak.decks else Why.NEW
        for card in deck.cards:
            yield Task(kind=Kind.CARD, target=card.id, title=card.question, where=deck.title, why=why, minutes=card.minutes)


def _plan_day(course: _Course, day: date, minutes: int, *, last_week: bool) -> None:
    """Due items by weakest recall, in the last week all by weakest recall; then what is new, as much of drills as of cards."""
    tasks: list[Task] = []
    left = minutes
    for recall, key in sorted((schedule.recall(memory, day), key) for key, memory in course.memories.items()):
        memory, task = course.memories[key], course.tasks[key]
        is_due = memory.due <= day
        if task.minutes <= left and (is_due or (last_week and recall < _FRESH and memory.last < day)):
            tasks.append(_reviewed(task, Why.DUE if is_due else Why.WEAK))
            course.memories[key] = schedule.after(memory, Review(day=day, rating=Rating.GOOD))
            left -= task.minutes
    while (task_or_none := _next_new(course, left)) is not None:
        course.untried.remove(task_or_none)
        memory_or_none = schedule.replay("", [Review(day=day, rating=Rating.GOOD)])
        assert memory_or_none is not None
        course.memories[_key(task_or_none.kind, task_or_none.target)] = memory_or_none
        course.spent[task_or_none.kind] += task_or_none.minutes
        tasks.append(task_or_none)
        left -= task_or_none.minutes
    course.days.append(PlanDay(day=day, tasks=tuple(tasks), minutes=minutes - left, last_week=last_week))


def _reviewed(task: Task, why: Why) -> Task:
    return Task(kind=task.kind, target=task.target, title=task.title, where=task.where, why=why, minutes=task.minutes)


def _next_new(course: _Course, left: int) -> Task | None:
    """The next untried task that fits: of the kind on which less time was spent so far, else of the other."""
    for kind in sorted(Kind, key=lambda kind: course.spent[kind]):
        found = next((task for task in course.untried if task.kind is kind and task.minutes <= left), None)
        if found is not None:
            return found
    return None
