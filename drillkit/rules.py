"""From outcomes to ratings: the one place that says how well something was known.

The history keeps outcomes; a better rule put here applies to all of them at the next replay.  A rating that the learner chose
against the rule stands as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

VERSION = 1  # to be raised with every change of a rule, so that derived schedules are worked out anew
SEVERAL_CHECKS = 2
APPROACH_HINT = 3


class Rating(IntEnum):
    """How well something was recalled, in FSRS's numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Mark(StrEnum):
    """How much of a point was said."""

    SAID = "said"
    PARTLY = "partly"
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposed rating with its reason, a few words; `easy` when Easy is offered besides."""

    rating: Rating
    reason: str
    easy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillOutcome:
    """How an attempt ended: `used` is the share of the timer that was used, None without a timer."""

    passed: bool
    revealed: bool = False
    hints: int = 0
    failed_checks: int = 0
    used: float | None = None


def card_rating(core: Sequence[Mark], bonus: Sequence[Mark], *, traps_said: int) -> Proposal:
    """Again for a core point missed or a trap said; Hard for a core point partly said, or no bonus point said where there are some.

    Good when all core points were said.  Easy is never proposed: it is the learner's own to choose.
    """
    missed, partly = core.count(Mark.MISSED), core.count(Mark.PARTLY)
    if traps_said:
        return Proposal(rating=Rating.AGAIN, reason="a trap was said" if traps_said == 1 else f"{traps_said} traps were said")
    if missed:
        return Proposal(rating=Rating.AGAIN, reason=f"{missed} core point{'s' * (missed > 1)} missed")
    if partly:
        return Proposal(rating=Rating.HARD, reason=f"{partly} core point{'s' * (partly > 1)} only partly said", easy=True)
    if bonus and Mark.SAID not in bonus:
        return Proposal(rating=Rating.HARD, reason="all core points, no bonus point", easy=True)
    return Proposal(rating=Rating.GOOD, reason="all core points said", easy=True)


def drill_rating(outcome: DrillOutcome) -> Proposal:
    """Again when it was not passed, was revealed, or needed the last hint; Hard when over time, with a hint, or after several
    failed checks; else Good.  Easy is offered for a pass without hint or failed check in under half the time."""
    if outcome.revealed:
        return Proposal(rating=Rating.AGAIN, reason="the answer was revealed")
    if not outcome.passed:
        return Proposal(rating=Rating.AGAIN, reason="not passed")
    if outcome.hints >= APPROACH_HINT:
        return Proposal(rating=Rating.AGAIN, reason="passed after the outline was shown")
    if outcome.used is not None and outcome.used > 1:
        return Proposal(rating=Rating.HARD, reason="passed over time")
    if outcome.hints:
        return Proposal(rating=Rating.HARD, reason=f"passed with {outcome.hints} hint{'s' * (outcome.hints > 1)}")
    if outcome.failed_checks >= SEVERAL_CHECKS:
        return Proposal(rating=Rating.HARD, reason=f"passed after {outcome.failed_checks} failed checks")
    easy = outcome.used is not None and outcome.used < 0.5 and not outcome.failed_checks
    first = "passed by the first check" if not outcome.failed_checks else "passed by the second check"
    timed = "" if outcome.used is None else ", in under half the time" if outcome.used < 0.5 else ", in time"
    return Proposal(rating=Rating.GOOD, reason=first + timed, easy=easy)


def standing(proposed: Rating, chosen: Rating, now: Rating) -> Rating:
    """The rating that counts in a replay: the learner's own word if it was another than the rule's, else what the rule says now."""
    return chosen if chosen != proposed else now
