"""What is due, what to do next, and the plan until an interview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from drillkit.rules import Rating
from drillkit.study_results import Advice, DrillRating, Item, Kind, Plan, PlanDay, Task, Why
from drillkit.views.cards import day_text, percent, rating_text
from drillkit.views.layout import DIM, WARN, Fact, command, facts, hanging, line
from drillkit.views.texts import counted, one_line

if TYPE_CHECKING:
    from datetime import date

    from rich.console import RenderableType

DAYS_IN_FULL = 7
MAX_ROWS = 40
_WHY = {Why.DUE: "due", Why.WEAK: "weak", Why.NEW: "new", Why.FOLLOW_UP: "follow-up", Why.RUNNING: "running"}


def due(items: Sequence[Item], *, width: int, rows: int = MAX_ROWS) -> Iterator[RenderableType]:
    """A row for each card and drill that is due, weakest recall first; at most so many rows."""
    if not items:
        yield line("nothing is due", command("drill next", "says what to do instead"))
        return
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM, width=min(width, 120))
    for name, ratio in (("", None), ("what", None), ("question or title", 1)):
        table.add_column(name, ratio=ratio, no_wrap=True, overflow="ellipsis")
    for name in ("due", "recall", "min"):
        table.add_column(name, no_wrap=True, justify="right")
    for item in items[:rows]:
        title = Text(one_line(item.title), style=DIM)
        table.add_row(str(item.kind), _short(item.target), title, day_text(item.due), percent(item.recall), str(item.minutes))
    yield table
    if len(items) > rows:
        yield Text(f"and {len(items) - rows} more", style=DIM)
    cards = sum(item.kind is Kind.CARD for item in items)
    yield Text()
    yield line(
        counted(cards, "card") if cards else "",
        counted(len(items) - cards, "drill") if len(items) > cards else "",
        f"about {_hours(sum(item.minutes for item in items))}",
    )


def _short(target: str, limit: int = 30) -> str:
    return target if len(target) <= limit else target[: limit - 1] + "…"


def _hours(minutes: int) -> str:
    return f"{minutes} min" if minutes < 90 else f"{minutes / 60:.1f} hours"


def offered(item: Item) -> Iterator[RenderableType]:
    """A due drill whose turn has come."""
    yield Text()
    recall = f"{percent(item.recall)} likely to be recalled"
    yield line(Text(f"drill {item.target}", style="bold"), one_line(item.title), f"{item.minutes} min", recall)


def archived(path: str) -> Iterator[RenderableType]:
    """Where the old file is, and how to go on."""
    yield from facts(
        [("archived", Text(f"your last solution is kept as {path}")), ("then", command("drill review", "goes on with what is due"))]
    )


def advice(found: Advice) -> Iterator[RenderableType]:
    """One thing to do, why, and what to type."""
    yield line(Text(one_line(found.title), style="bold"), _amount(found))
    yield from facts([("why", Text(f"{_WHY[found.why]}: {one_line(found.reason)}")), ("type", command(found.command))])


def _amount(found: Advice) -> Text:
    what = "drill, " if found.kind is Kind.DRILL else "" if found.title[:1].isdigit() else counted(found.count, "card") + ", "
    return Text(f"{what}about {found.minutes} min")


def plan(found: Plan) -> Iterator[RenderableType]:
    """The next days in full, the later ones by numbers, and what it comes to."""
    days = len(found.days)
    until = f"{found.interview:%A}, {day_text(found.interview)} {found.interview.year}"
    yield line(Text(f"{counted(days, 'day')} until {until}", style="bold"), f"{found.minutes_a_day} min a day")
    for number, day in enumerate(found.days[:DAYS_IN_FULL]):
        yield Text()
        yield from _day(day, today=number == 0)
    later = found.days[DAYS_IN_FULL:]
    if later:
        yield Text()
        yield _later(later)
    yield Text()
    yield from facts(_outcome(found))


def _day(day: PlanDay, *, today: bool) -> Iterator[RenderableType]:
    name = f"{day.day:%a} {day_text(day.day)}"
    first = Text(name, style="bold").append(" (today)" if today else "")
    yield line(first, f"{day.minutes} min", Text("last week: weakest recall first", style=WARN) if day.last_week else "")
    if not day.tasks:
        yield Text("  free: nothing is due and nothing new fits", style=DIM)
    for task in day.tasks:
        if task.kind is Kind.DRILL:
            yield _row(f"{_WHY[task.why]:<4} drill {task.target}", one_line(task.title), task.minutes)
    for why in (Why.DUE, Why.WEAK, Why.NEW):
        cards = [task for task in day.tasks if task.kind is Kind.CARD and task.why is why]
        if cards:
            yield _row(f"{_WHY[why]:<4} {counted(len(cards), 'card')}", _decks(cards), sum(task.minutes for task in cards))


def _row(what: str, more: str, minutes: int) -> RenderableType:
    return hanging(f"  {minutes:>3} min  ", line(Text(what), Text(more, style=DIM)))


def _decks(cards: Sequence[Task]) -> str:
    """Decks with how many cards of each: `Linear algebra 3, Python 2`."""
    names = dict.fromkeys(task.where for task in cards)
    return ", ".join(f"{one_line(name)} {sum(task.where == name for task in cards)}" for name in names)


def _later(days: Sequence[PlanDay]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM)
    for name in ("day", "review cards", "review drills", "new cards", "new drills", "min"):
        table.add_column(name, justify="left" if name == "day" else "right", no_wrap=True)
    table.add_column("")
    for day in days:
        counts = [
            sum(task.kind is kind and (task.why in new) for task in day.tasks)
            for new, kind in (
                ((Why.DUE, Why.WEAK), Kind.CARD),
                ((Why.DUE, Why.WEAK), Kind.DRILL),
                ((Why.NEW,), Kind.CARD),
                ((Why.NEW,), Kind.DRILL),
            )
        ]
        shown = [str(count) if count else "·" for count in counts]
        table.add_row(f"{day.day:%a} {day_text(day.day)}", *shown, str(day.minutes), Text("last week" if day.last_week else "", style=WARN))
    return table


def _outcome(found: Plan) -> Iterator[Fact]:
    if found.expected_recall is not None:
        yield "outlook", Text(f"{found.expected_recall:.0%} mean recall on the day, if each review goes well")
    if found.left_drills or found.left_cards:
        left = " and ".join(counted(number, what) for number, what in ((found.left_drills, "drill"), (found.left_cards, "card")) if number)
        yield "no time", Text(f"for {left}; more --hours a day would reach them")
    yield "today", command("drill next", "begins")


def proposal(found: DrillRating, today: date) -> Iterator[RenderableType]:
    """A due drill's rating after a pass, and when it comes back."""
    from drillkit.views.asking import when

    own = found.rating != found.proposal.rating
    reason = "your own choice" if own else found.proposal.reason
    easy = "easy is offered: under half the time" if found.proposal.easy and found.rating is not Rating.EASY else ""
    yield from facts([("review", line(rating_text(found.rating), reason, f"back {when(found.due, today)}", easy))])
