"""Failing hidden tests: the first of them in full, the rest by title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from drillkit.verdict import CaseResult, Outcome
from drillkit.views.layout import BAD, DIM, Fact, Hanging, facts, hanging, kept_lines
from drillkit.views.texts import counted, first_lines, one_line, short_call, shortened

if TYPE_CHECKING:
    from rich.console import RenderableType

WORDS = {
    Outcome.PASSED: "passed",
    Outcome.FAILED: "wrong",
    Outcome.ERROR: "exception",
    Outcome.TIMEOUT: "time-out",
    Outcome.MEMORY: "too much memory",
    Outcome.CRASHED: "crashed",
    Outcome.NOT_RUN: "not run",
}
_TRACE, _PRINTED = 2, 2
_VALUE_LINES = 2
_MARGIN = 13


def failing(cases: Sequence[CaseResult]) -> list[CaseResult]:
    """The required cases that did not pass, in order."""
    return [case for case in cases if case.required and case.outcome is not Outcome.PASSED]


def picked(cases: Sequence[CaseResult], details: int | None) -> list[CaseResult]:
    """The cases to show in full: each mistake once before any is repeated, in the order of the tests; None means all."""
    if details is None:
        return list(cases)
    first: dict[tuple[str, ...], CaseResult] = {}
    for case in cases:
        if case.outcome is not Outcome.NOT_RUN:
            first.setdefault(_mistake(case), case)
    return list(first.values())[:details]


def _mistake(case: CaseResult) -> tuple[str, ...]:
    """What makes two failing cases the same mistake: the sentence without its numbers, and the line or else the test."""
    where = case.traceback[-1] if case.traceback else case.id.partition("[")[0]
    return case.outcome, re.sub(r"\d+(\.\d+)?", "0", case.message), where


def in_full(case: CaseResult, *, width: int, verbose: bool) -> Iterator[RenderableType]:
    """One failing case: title, the mistake in a sentence, the call, what came back, what was expected, where."""
    yield titled(case)
    message = one_line(case.message)
    if message:
        yield hanging("  ", message if verbose else shortened(message, 2 * (width - 4)), style="bold")
    rows = list(_rows(case, width=width, verbose=verbose))
    if rows:
        yield from facts(rows)


def _rows(case: CaseResult, *, width: int, verbose: bool) -> Iterator[Fact]:
    room = 10_000 if verbose else _VALUE_LINES * (width - _MARGIN) - 12
    if case.call:
        yield "call", Text(short_call(one_line(case.call), room), overflow="fold")
    for label, value in (("returned", case.returned), ("expected", case.expected)):
        if value:
            yield label, Text(shortened(one_line(value), room), overflow="fold")
    frames = [_frame(frame, width - _MARGIN) for frame in case.traceback]
    if frames:
        shown = frames if verbose or len(frames) <= _TRACE else [frames[0], *frames[-_TRACE + 1 :]]
        yield "at", Text("\n".join(shown), overflow="fold")
    if case.printed.strip():
        yield "printed", kept_lines(first_lines(case.printed, None if verbose else _PRINTED).split("\n"), style=DIM)


def _frame(text: str, room: int) -> str:
    """A traceback line; without the folder when that makes it fit."""
    frame = one_line(text)
    path, separator, rest = frame.partition(":")
    return frame if len(frame) <= room else path.replace("\\", "/").rpartition("/")[2] + separator + rest


def titled(case: CaseResult, *, like_it: int = 0, room: int = 10_000) -> Hanging:
    """Sign, title, group, how it ended where that is not just a wrong answer, and how many cases like it there are.

    The title is shortened where all of it needs more than `room` columns.
    """
    skipped = case.outcome is Outcome.NOT_RUN
    mark = Text("… " if skipped else "✗ ", style=DIM if skipped else f"bold {BAD}")
    tags = [case.group, *([f"part {case.part}"] if case.part is not None else [])]
    if case.outcome is not Outcome.FAILED:
        tags.append(WORDS[case.outcome])
    if like_it:
        tags.append(f"and {like_it} more like it")
    tail = f"  {' · '.join(map(one_line, tags))}"
    title = Text(one_line(case.title))
    title.truncate(max(20, room - mark.cell_len - len(tail)), overflow="ellipsis")
    return Hanging(mark, title.append(tail, style=DIM))


def by_title(cases: Sequence[CaseResult], *, width: int, most: int) -> Iterator[RenderableType]:
    """The failing cases that are not shown in full: a line for each test function, and how many more there are."""
    groups: dict[tuple[str, Outcome], list[CaseResult]] = {}
    for case in cases:
        groups.setdefault((case.id.partition("[")[0], case.outcome), []).append(case)
    alike = list(groups.values())
    shown = alike if len(alike) <= most + 1 else alike[:most]
    for group in shown:
        yield titled(group[0], like_it=len(group) - 1, room=width)
    left = sum(map(len, alike[len(shown) :]))
    if left:
        yield Text(f"… {counted(left, 'more failing test')}", style=DIM)
