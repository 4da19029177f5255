"""Figures on practice: the heat map, what falls due, decks, topics and times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from drillkit.study_results import DayCount, Stats
from drillkit.views.cards import day_text, percent
from drillkit.views.layout import DIM, GOOD, WARN, line, section
from drillkit.views.texts import clock, counted, one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_HEAT = ((0, "·", DIM), (1, "░", ""), (4, "▒", GOOD), (9, "▓", GOOD), (17, "█", f"bold {GOOD}"))
_DRILL_WEIGHT = 4
_BAR = 40


def stats(found: Stats) -> Iterator[RenderableType]:
    """All figures from top to bottom."""
    yield Text(f"{found.practised} of the last 7 days practised", style="bold")
    yield Text()
    yield from _heat_map(found)
    yield Text()
    yield from _due(found.due)
    yield Text()
    yield from _decks(found)
    yield Text()
    yield from _topics(found)
    if found.times:
        yield Text()
        yield from _times(found)


def _heat_map(found: Stats) -> Iterator[RenderableType]:
    """Weeks as columns of two characters, a sign for how much was done on each day."""
    weeks = [found.activity[start : start + 7] for start in range(0, len(found.activity), 7)]
    yield section(f"the last {len(weeks)} weeks")
    yield Text("     " + _months(weeks), style=DIM, no_wrap=True)
    for weekday, name in enumerate(DAYS):
        row = Text(f"{name}  ", style=DIM, no_wrap=True)
        for week in weeks:
            day = week[weekday]
            sign, style = (" ", "") if day.day > found.today else heat(day)
            row.append(sign, style=f"not dim {style}" if style != DIM else DIM).append(" ")
        row.rstrip()
        yield row
    yield Text("     · none  ░ 1 to 3  ▒ 4 to 8  ▓ 9 to 16  █ more (card 1, drill 4)", style=DIM)


def heat(day: DayCount) -> tuple[str, str]:
    """The sign and the style for what was done on a day."""
    done = day.cards + _DRILL_WEIGHT * day.drills
    return next((sign, style) for least, sign, style in reversed(_HEAT) if done >= least)


def _months(weeks: Sequence[Sequence[DayCount]]) -> str:
    """Names of months above the weeks in which they begin."""
    text = ""
    for at, week in enumerate(weeks):
        begins = at > 0 and week[0].day.month != weeks[at - 1][0].day.month
        if begins and len(text) <= 2 * at:
            text = text.ljust(2 * at) + f"{week[0].day:%b}"
    return text[: 2 * len(weeks) + 1]


def _due(days: Sequence[DayCount]) -> Iterator[RenderableType]:
    yield section(f"due in the next {len(days)} days")
    most = max(day.cards + day.drills for day in days)
    if not most:
        yield Text("  nothing", style=DIM)
        return
    for number, day in enumerate(days):
        count = day.cards + day.drills
        bar = "━" * (max(1, round(count / most * _BAR)) if count else 0)
        name = "today" if number == 0 else f"{day.day:%a} {day_text(day.day)}"
        words = ", ".join(counted(n, what) for n, what in ((day.cards, "card"), (day.drills, "drill")) if n)
        if count or number == 0:
            style = f"not dim {WARN}" if number == 0 else "not dim"
            yield Text(f"  {name:<11}", style=DIM).append(bar, style=style).append(f" {words or 'nothing'}", style="not dim")


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM)
    for number, name in enumerate(names):
        table.add_column(name, justify="right" if number else "left", no_wrap=True, overflow="ellipsis")
    return table


def _decks(found: Stats) -> Iterator[RenderableType]:
    yield section("cards by deck")
    table = _table("deck", "cards", "tried", "due", "covered", "recall")
    for deck in found.decks:
        if deck.tried:
            due = Text(str(deck.due) if deck.due else "·", style=WARN if deck.due else DIM)
            table.add_row(one_line(deck.title), str(deck.cards), str(deck.tried), due, percent(deck.covered), percent(deck.recall))
    if table.row_count:
        yield table
    rest = [deck for deck in found.decks if not deck.tried]
    if rest:
        yield line(f"{counted(len(rest), 'deck')} with {counted(sum(deck.cards for deck in rest), 'card')} not begun")


def _topics(found: Stats) -> Iterator[RenderableType]:
    yield section("drills by topic")
    table = _table("topic", "drills", "tried", "in time", "first check", "recall")
    for topic in found.topics:
        if topic.tried:
            row = (topic.drills, topic.tried, topic.in_time, topic.first_check)
            table.add_row(one_line(topic.topic), *map(str, row), percent(topic.recall))
    if table.row_count:
        yield table
    rest = sum(not topic.tried for topic in found.topics)
    if rest:
        yield line(f"{counted(rest, 'topic')} not begun")


def _times(found: Stats) -> Iterator[RenderableType]:
    yield section("time against target")
    table = _table("drill", "target", "last", "best", "")
    for drill in found.times:
        late = drill.last > drill.target
        words = Text(f"{'over' if late else 'within'}, {drill.last / drill.target:.0%} of the target", style=WARN if late else GOOD)
        table.add_row(drill.slug, clock(drill.target), clock(drill.last), clock(drill.best), words)
    yield table
