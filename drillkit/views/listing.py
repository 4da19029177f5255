"""The list of drills, grouped by track, in a width that is given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from drillkit.attempt import Status
from drillkit.results import DrillState
from drillkit.views.layout import DIM, GOOD, WARN, command, line
from drillkit.views.texts import clock, counted

if TYPE_CHECKING:
    from rich.console import RenderableType

_GAP = 2
_TITLE_MIN, _TITLE = 20, "title"
_LEAST_FIRST = ("best", _TITLE, "min", "lv")
_STATES = {
    Status.NEW: ("·", "new", DIM),
    Status.STARTED: ("▸", "started", "cyan"),
    Status.PASSED: ("✓", "passed", GOOD),
    Status.OVER_TIME: ("!", "over time", WARN),
    Status.WITH_HINTS: ("✓", "with hints", GOOD),
    Status.REVEALED: ("○", "revealed", WARN),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    name: str
    cell: Callable[[DrillState], Text]
    right: bool = False


def state_text(state: DrillState) -> Text:
    """The learner's state in a sign and words: `✓ passed in 9:12`."""
    sign, words, style = _STATES[state.status]
    time = f" in {clock(state.seconds)}" if state.status is Status.PASSED and state.seconds is not None else ""
    return Text(f"{sign} {words}{time}", style=style)


_COLUMNS = (
    _Column(name="drill", cell=lambda state: Text(state.drill.slug)),
    _Column(name=_TITLE, cell=lambda state: Text(state.drill.title, style=DIM)),
    _Column(name="lv", cell=lambda state: Text(state.drill.level)),
    _Column(name="min", cell=lambda state: Text(str(state.drill.minutes)), right=True),
    _Column(name="state", cell=state_text),
    _Column(name="best", cell=lambda state: Text("" if state.best_seconds is None else clock(state.best_seconds)), right=True),
)


def _with_due(due: Collection[str]) -> tuple[_Column, ...]:
    """The columns, with a mark on the drills that are due for review."""
    if not due:
        return _COLUMNS

    def state(found: DrillState) -> Text:
        return state_text(found).append(", due" if found.drill.slug in due else "", style=f"bold {WARN}")

    return tuple(replace(column, cell=state) if column.name == "state" else column for column in _COLUMNS)


def listing(states: Sequence[DrillState], *, width: int, due: Collection[str] = ()) -> Iterator[RenderableType]:
    """A table of drills, and a line of totals below; `due` are slugs that are due for review."""
    if not states:
        yield Text("no drill fits all of that")
        return
    known = _with_due(due)
    widths = _widths(states, width, known)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style=DIM)
    columns = [column for column in known if column.name in widths]
    for column in columns:
        table.add_column(
            column.name, width=widths[column.name], no_wrap=True, overflow="ellipsis", justify="right" if column.right else "left"
        )
    for number, (track, group) in enumerate(groupby(states, key=lambda state: state.drill.track)):
        if number:
            table.add_row()
        table.add_row(Text(track, style="bold"))
        for state in group:
            table.add_row(*(column.cell(state) for column in columns))
    yield table
    yield Text()
    yield _totals(states, sum(state.drill.slug in due for state in states))


def _widths(states: Sequence[DrillState], width: int, columns: Sequence[_Column]) -> dict[str, int]:
    """The columns that fit and how wide each is: the title gives way first, then whole columns, the least important first."""
    widths = {column.name: max(len(column.name), *(column.cell(state).cell_len for state in states)) for column in columns}
    widths["drill"] = max(widths["drill"], *(len(state.drill.track) for state in states))
    if all(state.best_seconds is None for state in states):
        del widths["best"]
    for name in ("", *_LEAST_FIRST):
        widths.pop(name, None)
        spare = width - sum(widths.values()) - _GAP * (len(widths) - 1)
        if spare >= 0:
            break
        if _TITLE in widths and widths[_TITLE] + spare >= _TITLE_MIN:
            widths[_TITLE] += spare
            break
    return widths


def _totals(states: Sequence[DrillState], due: int) -> Text:
    passed = sum(state.passed for state in states)
    running = sum(state.running for state in states)
    first = next((state.drill.slug for state in states if state.drill.slug == "top-k"), states[0].drill.slug)
    return line(
        counted(len(states), "drill"),
        f"{passed} passed" if passed else "",
        f"{running} running" if running else "",
        Text(f"{due} due, ").append_text(command("drill review")) if due else "",
        Text("begin with ").append_text(command(f"drill start {first}")) if not passed and not running else "",
    )
