"""What follows from what was done: states, clocks and best times, each at a given moment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from drillkit.attempt import Attempt, Check, Past, Reveal, Status, state_of
from drillkit.verdict import VerdictKind

T = 1_000_000.0


def checked(at: float, *, passed: bool = True, attempt_id: int | None = 1, number: int = 1) -> Check:
    kind = VerdictKind.PASSED if passed else VerdictKind.FAILED
    return Check(id=number, attempt_id=attempt_id, drill="top-k", at=T + at, verdict=kind, passed=int(passed), required=1, seconds=0.1)


def revealed(at: float, *, spoiled: bool) -> Reveal:
    return Reveal(attempt_id=1, drill="top-k", at=T + at, spoiled=spoiled)


def tried(number: int = 1, *, start: float = 0.0, timer: float | None = 900.0, **what: Any) -> Attempt:
    """An attempt that starts at T + start, with 15 minutes unless told otherwise."""
    deadline = None if timer is None else T + start + timer
    return Attempt(id=number, drill="top-k", path=Path("/w/top_k.py"), started_at=T + start, deadline=deadline, **what)


def past(*attempts: Attempt, **what: Any) -> Past:
    return Past(drill="top-k", attempts=attempts, **what)


@pytest.mark.parametrize(
    ("attempt", "now", "status"),
    [
        pytest.param(tried(), 60, Status.STARTED, id="running"),
        pytest.param(tried(checks=(checked(50, passed=False),)), 60, Status.STARTED, id="running with a failed check"),
        pytest.param(tried(), 900, Status.OVER_TIME, id="time just up"),
        pytest.param(tried(), 5000, Status.OVER_TIME, id="time long up"),
        pytest.param(tried(timer=None), 10**7, Status.STARTED, id="no timer never ends"),
        pytest.param(tried(checks=(checked(552),)), 5000, Status.PASSED, id="passed in time"),
        pytest.param(tried(checks=(checked(900),)), 5000, Status.PASSED, id="passed at the deadline"),
        pytest.param(tried(checks=(checked(901),)), 5000, Status.OVER_TIME, id="passed late"),
        pytest.param(tried(checks=(checked(552),), hints=(1,)), 5000, Status.WITH_HINTS, id="passed with a hint"),
        pytest.param(tried(hints=(1, 2)), 60, Status.STARTED, id="running with hints"),
        pytest.param(tried(checks=(checked(999),), hints=(1,)), 5000, Status.OVER_TIME, id="late and with a hint"),
        pytest.param(tried(reveals=(revealed(60, spoiled=True),)), 5000, Status.REVEALED, id="revealed too early"),
        pytest.param(tried(reveals=(revealed(1000, spoiled=False),)), 5000, Status.OVER_TIME, id="revealed after time was up"),
        pytest.param(
            tried(reveals=(revealed(60, spoiled=True),), checks=(checked(70),)), 99, Status.REVEALED, id="passed only after revealing"
        ),
        pytest.param(tried(reveals=(revealed(70, spoiled=True),), checks=(checked(60),)), 99, Status.PASSED, id="passed before revealing"),
    ],
)
def test_status_of_an_attempt(attempt, now, status):
    """An attempt's state follows from its checks, hints, reveals and clock."""
    assert attempt.status(T + now) is status


@pytest.mark.parametrize(
    ("attempt", "ended"),
    [
        pytest.param(tried(), None, id="nothing"),
        pytest.param(tried(checks=(checked(10, passed=False),)), None, id="failed check"),
        pytest.param(tried(hints=(1, 2, 3)), None, id="hints"),
        pytest.param(tried(checks=(checked(10, passed=False), checked(20), checked(30))), 20, id="first pass"),
        pytest.param(tried(reveals=(revealed(40, spoiled=True),)), 40, id="reveal"),
        pytest.param(tried(resets=(T + 50,)), 50, id="reset"),
        pytest.param(tried(resets=(T + 50,), checks=(checked(45),)), 45, id="pass before a reset"),
    ],
)
def test_attempt_ends_by_pass_reveal_or_reset(attempt, ended):
    """The first pass, reveal or reset ends an attempt; nothing else does."""
    assert attempt.ended_at == (None if ended is None else T + ended)
    assert attempt.is_running is (ended is None)


@pytest.mark.parametrize(
    ("attempt", "now", "used", "left", "over"),
    [
        pytest.param(tried(), 60, 60, 840, 0, id="running"),
        pytest.param(tried(), 1090, 1090, 0, 190, id="running over time"),
        pytest.param(tried(timer=None), 5000, 5000, None, 0, id="no timer"),
        pytest.param(tried(checks=(checked(552),)), 5000, 552, 348, 0, id="the clock stops at the pass"),
        pytest.param(tried(checks=(checked(1090),)), 5000, 1090, 0, 190, id="late pass"),
        pytest.param(tried(), -30, 0, 900, 0, id="wall clock set back"),
    ],
)
def test_clock_of_an_attempt(attempt, now, used, left, over):
    """Time used, time left and time over follow from start, deadline and end, and are never negative."""
    assert (attempt.time_used(T + now), attempt.time_left(T + now), attempt.over_by(T + now)) == (used, left, over)


def test_minutes_are_those_of_the_timer():
    """The timer's length comes back in minutes, none without a timer."""
    assert (tried(timer=450).minutes, tried(timer=None).minutes) == (7.5, None)


PASSED = tried(1, checks=(checked(552),))
RESET = tried(2, start=2000, resets=(T + 2100,))
RUNNING = tried(3, start=3000)


@pytest.mark.parametrize(
    ("done", "status"),
    [
        pytest.param(past(), Status.NEW, id="nothing"),
        pytest.param(past(RUNNING), Status.STARTED, id="running"),
        pytest.param(past(PASSED), Status.PASSED, id="passed"),
        pytest.param(past(PASSED, RUNNING), Status.STARTED, id="passed, then started again"),
        pytest.param(past(PASSED, RESET), Status.PASSED, id="passed, then an abandoned attempt"),
        pytest.param(past(RESET), Status.NEW, id="only an abandoned attempt"),
        pytest.param(past(checks=(checked(5, attempt_id=None),)), Status.PASSED, id="passed without a clock"),
        pytest.param(past(checks=(checked(5, attempt_id=None, passed=False),)), Status.STARTED, id="checked without a clock"),
        pytest.param(past(reveals=(revealed(5, spoiled=True),)), Status.REVEALED, id="read before any attempt"),
        pytest.param(past(RESET, reveals=(revealed(5, spoiled=False),)), Status.NEW, id="read when it was free"),
    ],
)
def test_status_of_a_drill(done, status):
    """A drill has the state of its latest attempt; abandoned ones do not count, and checks off the clock only without any."""
    assert done.status(T + 3060) is status


@pytest.mark.parametrize(
    ("done", "free"),
    [
        pytest.param(past(), False, id="never tried"),
        pytest.param(past(tried()), False, id="running in time"),
        pytest.param(past(tried(timer=100)), True, id="running, time up"),
        pytest.param(past(tried(timer=None)), False, id="running without a timer"),
        pytest.param(past(PASSED), True, id="passed"),
        pytest.param(past(PASSED, tried(2, start=700)), False, id="passed, running again"),
        pytest.param(past(tried(reveals=(revealed(60, spoiled=True),))), True, id="revealed"),
        pytest.param(past(reveals=(revealed(60, spoiled=True),)), True, id="revealed before any attempt"),
        pytest.param(past(tried(resets=(T + 60,))), False, id="abandoned in time"),
        pytest.param(past(tried(timer=50, resets=(T + 60,))), True, id="abandoned after time was up"),
        pytest.param(past(checks=(checked(5, attempt_id=None),)), True, id="passed without a clock"),
        pytest.param(past(checks=(checked(5, attempt_id=None, passed=False),)), False, id="failed without a clock"),
    ],
)
def test_answer_is_free_after_the_work(done, free):
    """The answer is free once the running attempt's time is up, or, with none running, after a pass, a reveal or a lost clock."""
    assert done.is_answer_free(T + 800) is free


def test_best_and_last_times():
    """The best time is the shortest pass; for an attempt the earlier passes count as last and last best."""
    first = tried(1, checks=(checked(600),))
    second = tried(2, start=1000, checks=(checked(1700, attempt_id=2),))
    third = tried(3, start=2000, checks=(checked(2500, attempt_id=3),))
    done = past(first, second, third)
    assert done.passes() == (600, 700, 500)
    states = [state_of(attempt, done, T + 9000) for attempt in done.attempts]
    assert [state.best_seconds for state in states] == [500, 500, 500]
    assert [state.last_best_seconds for state in states] == [None, 600, 600]
    assert [state.last_seconds for state in states] == [None, 600, 700]


def test_revealed_and_abandoned_attempts_give_no_time():
    """Only passes count for the best time."""
    spoiled = tried(1, reveals=(revealed(5, spoiled=True),), checks=(checked(9),))
    assert past(spoiled, RESET).best_seconds() is None


def test_reset_takes_back_neither_pass_nor_reveal():
    """An attempt that was passed or revealed before its reset is not abandoned."""
    assert tried(checks=(checked(5),), resets=(T + 6,)).is_abandoned is False
    assert tried(reveals=(revealed(5, spoiled=True),), resets=(T + 6,)).is_abandoned is False
    assert tried(resets=(T + 6,)).is_abandoned is True


def test_state_counts_what_happened():
    """The state of an attempt holds its counts, its last verdict and its clock."""
    attempt = tried(checks=(checked(10, passed=False), checked(20, passed=False, number=2)), hints=(1, 2))
    state = state_of(attempt, past(attempt), T + 60)
    assert (state.checks, state.hints, state.verdict, state.revealed) == (2, 2, VerdictKind.FAILED, False)
    assert (state.running, state.passed, state.abandoned, state.ended_at) == (True, False, False, None)
    assert (state.seconds_used, state.seconds_left, state.over_by, state.deadline) == (60, 840, 0, T + 900)


def test_state_of_a_spoiled_attempt_says_so():
    """An attempt whose answer was read too early is revealed."""
    attempt = tried(reveals=(revealed(30, spoiled=True),))
    state = state_of(attempt, past(attempt), T + 60)
    assert (state.revealed, state.running, state.ended_at, state.status) == (True, False, T + 30, Status.REVEALED)


def test_running_attempt_is_the_latest():
    """The running attempt is found behind ended ones; without one the latest is the last that was not abandoned."""
    assert past(PASSED, RESET, RUNNING).latest == RUNNING
    assert past(PASSED, RESET).latest == PASSED
    assert past(RESET).latest is None
    assert past(PASSED, RESET).running is None
