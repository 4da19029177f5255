"""Counts of passed tests by part and by group, stretch tests and measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from drillkit.drill import Group, Part
from drillkit.verdict import CaseResult, Measure, Outcome
from drillkit.views.layout import BAD, DIM, GOOD, Fact
from drillkit.views.texts import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

_CELL = 25
_MEASURES = {"growth": "steps", "memory": "memory", "speed": "speed"}


def part_lines(parts: Sequence[Part], cases: Sequence[CaseResult]) -> Iterator[RenderableType]:
    """A line for each part of the drill."""
    for part in parts:
        own = [case for case in cases if case.part == part.number and case.required]
        if own:
            yield Text("  ").append_text(_count(f"part {part.number}", own)).append(f"  {part.title}", style=DIM)


def group_lines(cases: Sequence[CaseResult], *, width: int) -> Iterator[RenderableType]:
    """The groups in their fixed order, as many beside each other as fit."""
    order = [str(group) for group in Group]
    names = sorted({case.group for case in cases if case.required}, key=lambda name: order.index(name) if name in order else len(order))
    cells = [_count(one_line(name), [case for case in cases if case.required and case.group == name]) for name in names]
    columns = max(1, min(len(cells), (width - 2) // _CELL))
    for start in range(0, len(cells), columns):
        row = [cell.copy() for cell in cells[start : start + columns]]
        for cell in row[:-1]:
            cell.pad_right(_CELL - cell.cell_len)
        yield Text("  ").append_text(Text().join(row))


def _count(name: str, cases: Sequence[CaseResult]) -> Text:
    passed = sum(case.outcome is Outcome.PASSED for case in cases)
    good = passed == len(cases)
    text = Text("✓ " if good else "✗ ", style=GOOD if good else BAD, no_wrap=True)
    return text.append(f"{name:<11} ", style="default").append(f"{passed} of {len(cases)}", style="default" if good else BAD)


def stretch_fact(cases: Sequence[CaseResult], *, brief: bool) -> list[Fact]:
    """Stretch tests with a star; those that were not reached are named unless in brief."""
    own = [case for case in cases if not case.required]
    if not own:
        return []
    open_ones = list(dict.fromkeys(one_line(case.title) for case in own if case.outcome is not Outcome.PASSED))
    text = Text(f"★ {len(own) - len(open_ones)} of {len(own)}")
    if open_ones:
        text.append(", not needed to pass", style=DIM)
    if open_ones and not brief:
        text.append(f"; open: {'; '.join(open_ones)}", style=DIM)
    return [("stretch", text)]


def measure_facts(cases: Iterable[CaseResult], *, brief: bool) -> list[Fact]:
    """What was measured, each kind once with the figure nearest to its limit; in brief without details and stretch."""
    nearest: dict[tuple[str, str, bool], Measure] = {}
    for case in cases:
        for measure in case.measures if case.required or not brief else ():
            key = (measure.kind, "" if measure.kind == "memory" else measure.what, case.required)
            if key not in nearest or _strain(measure) > _strain(nearest[key]):
                nearest[key] = measure
    return [
        (_MEASURES.get(kind, one_line(kind)), _measure(measure, required=required, brief=brief))
        for (kind, _, required), measure in nearest.items()
    ]


def _strain(measure: Measure) -> float:
    """How much of the limit is used; without one, the figure itself."""
    return measure.value / measure.limit if measure.limit else measure.value


def _measure(measure: Measure, *, required: bool, brief: bool) -> Text:
    said = one_line(measure.text)
    said = said.partition(" (")[0] if brief else said
    if measure.limit is None:
        return Text(said)
    good = measure.value <= measure.limit
    sign = Text("✓ " if good else "✗ " if required else "★ ", style=GOOD if good else BAD if required else DIM)
    return sign.append(said if required else f"{said} (stretch)", style="default")
