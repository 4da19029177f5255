"""The scorecard as plain text: what a learner must find on it, and what must never be on it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from sample_cards import (
    CRASH,
    FAIL,
    HOSTILE,
    LOOP,
    PASS,
    PEAK,
    SKIPPED,
    ZERO,
    make_attempt,
    make_card,
    make_case,
    make_drill,
    make_verdict,
    shown,
)

from drillkit.drill import Part
from drillkit.verdict import Outcome, Verdict, VerdictKind
from drillkit.views.scorecard import Card, scorecard

PASSED = {"running": False, "passed": True}


def text_of(card: Card, *, width: int = 80, details: int | None = 3, titles: int = 6) -> str:
    return shown(scorecard(card, width=width, details=details, titles=titles), width=width)


def not_loaded(**fields: object) -> Verdict:
    known = {"kind": VerdictKind.NOT_LOADED, "required": 14, "reason": "syntax error at solutions/top_k.py:7", "hint": "mend the line"}
    return make_verdict(**{**known, **fields})


def test_a_fail_fits_one_screen_and_shows_all_a_learner_needs() -> None:
    """Verdict, groups, failing cases in full, attempt, next command: as a whole, line by line."""
    assert text_of(make_card(make_verdict(make_case("one"), ZERO, CRASH))) == """\
✗ FAILED · top-k · 1 of 3 tests pass · judged in 0.31 s

  ✓ correctness 1 of 1     ✗ edge        0 of 2

✗ A zero document scores 0, not NaN  edge
  NaN at [1] in scores
  call      top_k_similarity(array([1.0, 0.0]), array([[3.0, 4.0], [0.0, 0.0],
            [1.0, 1.0]]), k=3)
  returned  (array([2, 0, 1]), array([0.7071067812, 0.6, nan]))
  expected  [0.7071067812, 0.6, 0.0]
  printed   norms [5. 0. 1.4]

✗ k = n gives all n documents, sorted  edge · exception
  ValueError: kth(=3) out of bounds (3)
  call      top_k_similarity(array([1.0, 0.0]), array of shape (500, 64) [[0.1,
            0.2, …], …], k=500)
  at        top_k.py:14 in top_k_similarity: order = np.argpartition(-scores,
            k)[:k]

  time      7:12 of 15:00, 7:48 left · check 3 · 1 hint
  next      drill hint top-k — shows hint 2 of 3
  sandbox   full
"""


def test_a_pass_compares_with_the_last_one() -> None:
    """Time in the first line, measures, the comparison, and reveal as the next step."""
    attempt = make_attempt(**PASSED, last_seconds=522.0, last_best_seconds=400.0)
    assert text_of(make_card(PASS, attempt=attempt)) == """\
✓ PASSED in 7:12 · top-k · 3 of 3 tests pass · judged in 0.31 s

  ✓ correctness 1 of 1     ✓ edge        1 of 1     ✓ memory      1 of 1

  memory    ✓ 1 MB at the peak, limit 2 MB

  time      7:12 of 15:00 · check 3 · 1 hint · your best 6:40
  compare   1:30 faster than your last pass (8:42), best 6:40
  next      drill reveal top-k — compare with the reference
  sandbox   full
"""


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("verdict", [FAIL, PASS, not_loaded(traceback=("solutions/top_k.py:7", "    x = (" + "y" * 200, "        ^"))])
def test_no_line_is_wider_than_the_screen(verdict: Verdict, width: int) -> None:
    """Every line fits, at any width, and none ends in blanks."""
    lines = text_of(make_card(verdict), width=width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("details", [1, 3, None])
def test_what_a_learner_wrote_is_shown_literally(details: int | None) -> None:
    """Markup is not obeyed, control characters and terminal sequences are gone, long text is broken."""
    texts = dict.fromkeys(("title", "message", "call", "returned", "expected", "printed", "group"), HOSTILE)
    case = make_case("bad", Outcome.ERROR, traceback=(HOSTILE, HOSTILE), **texts)
    text = text_of(make_card(make_verdict(case, replace(case, id="test_b", message="other"), printed=HOSTILE)), details=details)
    assert "[bold red]" in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", text)
    assert max(map(cell_len, text.splitlines())) <= 80


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=400), width=st.integers(min_value=30, max_value=160), details=st.sampled_from([1, None]))
def test_any_text_fits(text: str, width: int, details: int | None) -> None:
    """Whatever a message holds, no line runs over the edge and nothing but line ends controls the terminal."""
    case = make_case("any", Outcome.FAILED, title=text, message=text, call=f"f({text})", returned=text, expected=text, printed=text)
    out = text_of(make_card(make_verdict(case)), width=width, details=details)
    assert all(cell_len(line) <= width for line in out.split("\n"))
    assert all(char == "\n" or char.isprintable() for char in out)


def test_a_reason_with_control_characters_is_cleaned() -> None:
    """A file that does not load cannot write to the terminal either."""
    text = text_of(make_card(not_loaded(reason=HOSTILE, printed=HOSTILE, hint=HOSTILE, traceback=(HOSTILE,))))
    assert "\x1b" not in text
    assert "\x00" not in text


def test_colour_never_carries_meaning_alone() -> None:
    """The words and signs are the same with colour and without."""
    card = make_card(FAIL)
    coloured = shown(scorecard(card, width=80), colour=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == text_of(card)


def test_one_mistake_is_shown_once() -> None:
    """Cases that fail on the same line with the same exception are named, not repeated in full."""
    again = [replace(CRASH, id=f"test_all[{n}]", message=f"ValueError: kth(={n}) out of bounds ({n})") for n in range(4)]
    text = text_of(make_card(make_verdict(*again, ZERO)))
    assert text.count("ValueError") == 1
    assert "NaN at [1]" in text
    assert "and 2 more like it" in text


def test_verbose_shows_every_case() -> None:
    """With no limit every failing case comes with its message."""
    cases = [make_case(f"n{n}", Outcome.FAILED, message=f"entry [{n}] is off") for n in range(20)]
    text = text_of(make_card(make_verdict(*cases)), details=None)
    assert all(f"entry [{n}] is off" in text for n in range(20))


def test_many_failures_are_counted() -> None:
    """Beyond a few titles only a number is given."""
    cases = [make_case(f"n{n}", Outcome.FAILED, message=f"mistake {chr(97 + n)}") for n in range(20)]
    text = text_of(make_card(make_verdict(*cases)), details=1, titles=3)
    assert "… 16 more failing tests" in text


def test_a_test_that_was_not_run_is_no_mistake() -> None:
    """It is named with its own sign and never shown in full."""
    text = text_of(make_card(make_verdict(SKIPPED)))
    assert "… What late promises  memory · not run" in text


def test_parts_have_a_line_each() -> None:
    """A drill in parts counts each of them."""
    drill = make_drill(parts=(Part(number=1, title="Nearest"), Part(number=2, title="As a layer")))
    verdict = make_verdict(make_case("a", part=1), replace(ZERO, part=2))
    text = text_of(make_card(verdict, drill=drill))
    assert "✓ part 1      1 of 1  Nearest" in text
    assert "✗ part 2      0 of 1  As a layer" in text


def test_stretch_has_a_star() -> None:
    """A stretch test that failed is open, not wrong, and does not spoil the pass."""
    text = text_of(make_card(make_verdict(make_case("a"), make_case("b", Outcome.FAILED, required=False, title="No copy"))))
    assert text.startswith("✓ PASSED")
    assert "★ 0 of 1, not needed to pass; open: No copy" in text


def test_the_measure_nearest_to_its_limit_is_shown() -> None:
    """Several figures of one kind become one."""
    small = make_case("small", group="memory", measures=(replace(PEAK, value=10.0, text="10 bytes at the peak"),))
    text = text_of(make_card(make_verdict(small, make_case("peak", group="memory", measures=(PEAK,)))))
    assert "1 MB at the peak" in text
    assert "10 bytes" not in text


def test_a_measure_shown_in_a_failing_case_is_not_repeated() -> None:
    """The figure of a case in full stands there already."""
    assert "steps  " not in text_of(make_card(make_verdict(LOOP)))


def test_a_late_pass_is_a_pass() -> None:
    """It says by how much it was late."""
    attempt = make_attempt(**PASSED, seconds_used=1090.4, over_by=190.4, seconds_left=0.0)
    text = text_of(make_card(PASS, attempt=attempt))
    assert text.startswith("✓ PASSED in 18:10, +3:10 over")
    assert "18:10 of 15:00, +3:10 over" in text
    assert "your first pass" in text


@pytest.mark.parametrize(
    ("last", "best", "said"),
    [
        (522.0, 500.0, "1:30 faster than your last pass (8:42), your best yet"),
        (400.0, 400.0, "0:32 slower than your last pass (6:40), best 6:40"),
        (432.4, 432.4, "as fast as your last pass (7:12), your best yet"),
    ],
    ids=["faster", "slower", "same"],
)
def test_comparison(last: float, best: float, said: str) -> None:
    """The time beside the last pass and the best."""
    assert said in text_of(make_card(PASS, attempt=make_attempt(**PASSED, last_seconds=last, last_best_seconds=best)))


@pytest.mark.parametrize(
    ("attempt", "said"),
    [
        ({"checks": 1, "hints": 0}, "drill check — once you have edited solutions/top_k.py"),
        ({"checks": 2, "hints": 0}, "drill hint top-k — shows hint 1 of 3"),
        ({"checks": 9, "hints": 3}, "drill check — once you have edited solutions/top_k.py"),
        ({"checks": 9, "hints": 3, "seconds_left": 0.0, "over_by": 5.0}, "drill reveal top-k — free, since the time is up"),
    ],
    ids=["first-check", "second-check", "no-hints-left", "time-up"],
)
def test_one_command_is_suggested_after_a_fail(attempt: dict[str, float], said: str) -> None:
    """First try again, then a hint, and the answer only when it is free."""
    text = text_of(make_card(FAIL, attempt=make_attempt(**attempt)))
    assert f"next      {said}" in text


@pytest.mark.parametrize(
    ("attempt", "said"),
    [
        (None, "not timed: no attempt was started"),
        (make_attempt(**PASSED), "not timed: you passed in 7:12"),
        (make_attempt(running=False, revealed=True), "not timed: the attempt is over"),
    ],
    ids=["never-started", "passed", "revealed"],
)
def test_a_check_off_the_clock_says_why(attempt: object, said: str) -> None:
    """Without a running attempt there is no time, and no time in the headline."""
    text = text_of(make_card(PASS, attempt=attempt, counted=False))
    assert said in text
    assert text.startswith("✓ PASSED · top-k")


def test_a_trial_of_another_file_is_neither_timed_nor_recorded() -> None:
    """It has no attempt and no next step."""
    text = text_of(make_card(PASS, attempt=None, counted=False, recorded=False))
    assert "not recorded" in text
    assert "next " not in text


def test_a_file_that_does_not_load_shows_where() -> None:
    """Reason, the line with its caret below the right column, hint."""
    verdict = not_loaded(traceback=("solutions/top_k.py:7", "\tscores = (documents", "\t         ^"), printed="hello")
    text = text_of(make_card(verdict))
    assert text.startswith("! NOT LOADED · top-k · no test was run\n\n  syntax error at solutions/top_k.py:7\n")
    lines = text.splitlines()
    code = next(line for line in lines if "scores = (" in line)
    caret = next(line for line in lines if line.strip() == "^")
    assert code.index("(") == caret.index("^")
    assert "printed   hello" in text
    assert "hint      mend the line" in text


def test_our_own_fault_is_not_counted() -> None:
    """An internal verdict says so and gives no time."""
    text = text_of(make_card(make_verdict(kind=VerdictKind.INTERNAL, reason="the hidden tests are broken", hint="please report it")))
    assert text.startswith("! NOT JUDGED · top-k · the fault is ours, nothing is recorded")
    assert "time  " not in text


def test_a_weaker_sandbox_says_what_is_missing() -> None:
    """The footer names the level and the reason."""
    assert "process — landlock: the kernel has none" in text_of(
        make_card(replace(PASS, sandbox="process", sandbox_reason="landlock: the kernel has none"))
    )


def test_long_printing_is_cut() -> None:
    """Only the first lines are shown, with the number of those left out."""
    text = text_of(make_card(make_verdict(make_case("a"), printed="\n".join(map(str, range(50))))))
    assert "… 47 more lines" in text
