"""The scorecard: what a check came to, on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from drillkit.attempt import AttemptState
from drillkit.drill import Drill
from drillkit.verdict import Verdict, VerdictKind
from drillkit.views.cases import by_title, failing, in_full, picked
from drillkit.views.layout import BAD, DIM, GOOD, MAX_WIDTH, WARN, Fact, facts, hanging, kept_lines, line
from drillkit.views.standing import attempt_line, comparison, next_step, off_the_clock, sandbox_fact
from drillkit.views.tally import group_lines, measure_facts, part_lines, stretch_fact
from drillkit.views.texts import clock, first_lines, one_line, shortened, took

if TYPE_CHECKING:
    from rich.console import RenderableType

PRINTED_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a scorecard shows: `attempt` is the one the verdict counts for when `counted`, else the latest one.

    `recorded` is False for a file of the learner's choice, which leaves no trace.
    """

    drill: Drill
    verdict: Verdict
    path: str
    attempt: AttemptState | None = None
    counted: bool = False
    recorded: bool = True


def scorecard(card: Card, *, width: int, details: int | None = 3, titles: int = 6) -> Iterator[RenderableType]:
    """The card from top to bottom.

    `details` is how many failing cases are shown in full (None means everything), `titles` how many more are named.
    """
    width = min(width, MAX_WIDTH)
    yield hanging("", headline(card))
    yield Text()
    if card.verdict.kind in (VerdictKind.NOT_LOADED, VerdictKind.INTERNAL):
        yield from _nothing_judged(card.verdict, verbose=details is None)
    else:
        yield from _judged(card, width=width, details=details, titles=titles)
    yield Text()
    yield from facts(_footer(card))


def headline(card: Card) -> Text:
    """The verdict in a word, the counts and the times."""
    verdict, took_time = card.verdict, f"judged in {took(card.verdict.seconds)}"
    tests = f"{verdict.passed} of {verdict.required} tests pass"
    if verdict.kind is VerdictKind.PASSED:
        return line(_word("✓ PASSED", GOOD).append_text(_pass_time(card)), verdict.drill, tests, Text(took_time, style=DIM))
    if verdict.kind is VerdictKind.FAILED:
        return line(_word("✗ FAILED", BAD), verdict.drill, tests, Text(took_time, style=DIM))
    if verdict.kind is VerdictKind.NOT_LOADED:
        return line(_word("! NOT LOADED", WARN), verdict.drill, "no test was run")
    return line(_word("! NOT JUDGED", WARN), verdict.drill, "the fault is ours, nothing is recorded")


def _word(text: str, colour: str) -> Text:
    return Text(text, style=f"bold {colour}")


def _pass_time(card: Card) -> Text:
    if not card.counted or card.attempt is None:
        return Text()
    text = Text(f" in {clock(card.attempt.seconds_used)}")
    return text.append(f", +{clock(card.attempt.over_by)} over", style=f"not bold {WARN}") if card.attempt.over_by >= 1 else text


def _nothing_judged(verdict: Verdict, *, verbose: bool) -> Iterator[RenderableType]:
    yield hanging("  ", one_line(verdict.reason), style="bold")
    rows: list[Fact] = []
    if verdict.traceback:
        rows.append(("at", kept_lines([_source_line(text) for text in verdict.traceback])))
    if verdict.printed.strip():
        rows.append(_printed(verdict.printed, verbose=verbose))
    if verdict.hint:
        rows.append(("hint", Text(one_line(verdict.hint))))
    if rows:
        yield from facts(rows)


def _source_line(text: str) -> str:
    """A line of source with its indentation, a tab as wide as the one column that a caret below it counts."""
    return one_line("|" + text.replace("\t", " "))[1:]


def _printed(text: str, *, verbose: bool) -> Fact:
    return "printed", kept_lines(first_lines(text, None if verbose else PRINTED_LINES).split("\n"), style=DIM)


def _judged(card: Card, *, width: int, details: int | None, titles: int) -> Iterator[RenderableType]:
    verdict, verbose = card.verdict, details is None
    yield from part_lines(card.drill.parts, verdict.cases)
    yield from group_lines(verdict.cases, width=width)
    wrong = failing(verdict.cases)
    shown = picked(wrong, details)
    for case in shown:
        yield Text()
        yield from in_full(case, width=width, verbose=verbose)
    rest = [case for case in wrong if case not in shown]
    if rest:
        yield Text()
        yield from by_title(rest, width=width, most=titles)
    others = [case for case in verdict.cases if case not in shown]
    brief = bool(wrong) and not verbose
    rows = [*stretch_fact(verdict.cases, brief=brief), *measure_facts(others, brief=brief)]
    if verdict.printed.strip() and not any(case.printed.strip() for case in shown):
        rows.append(_printed(verdict.printed, verbose=verbose))
    if rows:
        yield Text()
        yield from facts(rows)


def _footer(card: Card) -> Iterator[Fact]:
    verdict, attempt = card.verdict, card.attempt
    if not card.recorded:
        yield "time", Text("not timed and not recorded: this was a file of your choice")
    elif verdict.kind is not VerdictKind.INTERNAL:
        counted = card.counted and attempt is not None
        yield "time", attempt_line(attempt) if counted and attempt else off_the_clock(attempt)
        if counted and attempt is not None and attempt.passed:
            yield "compare", comparison(attempt)
    if card.recorded:
        yield "next", next_step(verdict, attempt if card.counted else None, shortened(card.path, 48))
    yield from sandbox_fact(verdict)
