"""Texts fit to be shown: no character that a terminal would obey, no length that a learner's code could choose."""

from __future__ import annotations

from dataclasses import replace

from drillkit.verdict import CaseResult, Verdict

_LONGEST = 4_000
_LINES = 40


def visible(text: str) -> str:
    """`text` without control characters, line ends and tabs apart."""
    return "".join(char for char in text if char in "\n\t" or char.isprintable())


def cleaned(verdict: Verdict) -> Verdict:
    """The verdict with every text that the learner's code had a part in made fit to be shown."""
    return replace(
        verdict,
        reason=_fit(verdict.reason),
        traceback=_lines(verdict.traceback),
        cases=tuple(_cleaned(case) for case in verdict.cases),
    )


def _cleaned(case: CaseResult) -> CaseResult:
    return replace(
        case,
        message=_fit(case.message),
        call=_fit(case.call),
        returned=_fit(case.returned),
        expected=_fit(case.expected),
        traceback=_lines(case.traceback),
    )


def _fit(text: str) -> str:
    if len(text) <= _LONGEST and text.isprintable():
        return text
    return visible(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def _lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_fit(line) for line in lines[:_LINES])
