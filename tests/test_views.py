"""List, status, history, proof, JSON: values in, text out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from sample_cards import FAIL, make_attempt, make_drill, make_state, shown

from drillkit.attempt import Check, Status
from drillkit.drill_folder import Hint
from drillkit.proof import Proof
from drillkit.results import Entry, Hinted, Reset, Revealed, Started
from drillkit.verdict import VerdictKind
from drillkit.views import answer, attempts, data, opening, proving
from drillkit.views.listing import listing
from drillkit.views.texts import clean, clock, remaining, short_call, shortened

STATES = (
    make_state("top-k", Status.PASSED, seconds=552.0, best_seconds=540.0),
    make_state("hard-negatives", Status.OVER_TIME, title="Hard negatives from a matrix of similarities, with margins"),
    make_state("softmax", Status.WITH_HINTS, track="neural-nets", best_seconds=61.0),
    make_state("one-nearest-neighbor", track="models"),
)
PROOF = Proof(
    drill="softmax",
    ok=False,
    problems=("rejected/lazy.py passes",),
    rejected={"rejected/no_shift.py": ("test_large[1]", "test_rows"), "rejected/lazy.py": ()},
    accepted={"accepted/loop.py": True},
    tests=("test_rows", "test_large[1]", "test_large[2]", "test_sum"),
    named={"rejected/no_shift.py": "test_large", "rejected/lazy.py": "test_sum"},
    idle=("test_sum",),
    seconds=3.2,
)


def test_the_list_is_grouped_by_track() -> None:
    """State in words, best time, totals."""
    assert [line.rstrip() for line in shown(listing(STATES, width=120), width=120).splitlines()] == [
        "drill                 title                                                       lv  min  state             best",
        "retrieval",
        "top-k                 Top-k documents by cosine similarity                        M    15  ✓ passed in 9:12  9:00",
        "hard-negatives        Hard negatives from a matrix of similarities, with margins  M    15  ! over time",
        "",
        "neural-nets",
        "softmax               Top-k documents by cosine similarity                        M    15  ✓ with hints      1:01",
        "",
        "models",
        "one-nearest-neighbor  Top-k documents by cosine similarity                        M    15  · new",
        "",
        "4 drills · 1 passed",
    ]


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (100, "drill title lv min state best"),
        (80, "drill title lv min state best"),
        (74, "drill title lv min state"),
        (60, "drill lv min state"),
        (46, "drill lv state"),
        (40, "drill state"),
    ],
)
def test_the_least_important_columns_go_first(width: int, columns: str) -> None:
    """Best time, then title, minutes and level give way; slug and state never do."""
    lines = shown(listing(STATES, width=width), width=width).splitlines()
    assert lines[0].split() == columns.split()
    assert max(map(cell_len, lines)) <= width
    assert "one-nearest-neighbor" in "\n".join(lines)


def test_an_empty_list_says_so() -> None:
    """Filters that fit nothing are no error."""
    assert shown(listing((), width=80)) == "no drill fits all of that\n"


def test_status_shows_clocks() -> None:
    """Used and left, over, or no timer."""
    states = (
        make_attempt(),
        make_attempt(drill="softmax", seconds_used=990.0, over_by=90.0, seconds_left=0.0, verdict=None),
        make_attempt(drill="normalize", deadline=None, seconds_left=None, verdict=VerdictKind.NOT_LOADED),
    )
    assert [line.rstrip() for line in shown(attempts.status(states)).splitlines()] == [
        "drill       used        left  checks  hints  last check",
        "top-k       7:12        7:48       3      1  ✗ failed",
        "softmax    16:30  +1:30 over       3      1  not checked",
        "normalize   7:12    no timer       3      1  ! not loaded",
    ]


def test_history_lists_attempts_and_single_checks() -> None:
    """Each attempt with its checks and their numbers."""
    check = Check(id=7, attempt_id=1, drill="top-k", at=1_800_000_060.0, verdict=VerdictKind.FAILED, passed=3, required=9, seconds=0.2)
    entries = (
        Entry(drill="top-k", at=1_800_000_000.0, attempt=make_attempt(), checks=(check,)),
        Entry(drill="softmax", at=1_800_000_100.0, attempt=None, checks=(check,)),
    )
    text = shown(attempts.history(entries))
    assert "top-k  ▸ running · 7:12 of 15:00, 7:48 left · 1 hint" in text
    assert "check 7    ✗ failed      3 of 9  after 1:00" in text
    assert "softmax  a check while no attempt ran" in text
    assert "drill history --show 7" in text


def test_the_matrix_marks_the_test_that_a_file_names() -> None:
    """Parameters of a test share a column; what catches nothing is named."""
    text = shown(proving.proving(PROOF, width=80))
    assert "✗ not proven · softmax · 3 tests · rejected 1 of 2 · accepted 1 of 1 · 3.20 s" in text
    assert "! rejected/lazy.py passes" in text
    assert "  no_shift  ●◆·" in text
    assert "  lazy      ··◇" in text
    assert "1 test catches no rejected file: 3 test_sum" in text


@pytest.mark.parametrize("width", [50, 80, 120])
def test_a_wide_matrix_goes_on_below(width: int) -> None:
    """Sixty tests and a long file name still fit."""
    tests = tuple(f"test_number_{n}" for n in range(60))
    proof = Proof(drill="x", ok=True, rejected={f"rejected/{'long' * 12}.py": tests, "rejected/b.py": (tests[59],)}, tests=tests)
    lines = shown(proving.proving(proof, width=width), width=width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert sum(line.count("●") for line in lines if "caught" not in line) == 61


def test_hints_and_answer() -> None:
    """The hint names its number and what remains; the answer holds all its sections."""
    drill = make_drill()
    hint = Hint(number=1, title="The idea", body="Look at `argpartition`.")
    text = shown(answer.hinted(Hinted(drill=drill, hint=hint, total=3, attempt=make_attempt())))
    assert text.startswith("hint 1 of 3  The idea")
    assert "2 more" in text
    revealed = Revealed(
        drill=drill,
        needs_confirmation=False,
        marked=True,
        attempt=None,
        reference="def f():\n    return 1\n",
        walkthrough="# Why\n\n```text\na b\n```\n",
        follow_ups=("And then?",),
        diff="--- yours\n+++ reference\n-\x1b[31mx\n+y",
    )
    text = shown(answer.answer(revealed))
    for part in ("── reference", "    return 1", "Why", "    a b", "1. And then?", "\n-x\n+y\n", "marked as revealed"):
        assert part in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"made": True, "resumed": False}, "made from the stub"),
        ({"made": False, "resumed": False}, "archives that file"),
        ({"made": False, "resumed": True}, "the attempt goes on, since"),
    ],
    ids=["fresh", "file-kept", "resumed"],
)
def test_start_says_what_became_of_file_and_clock(fields: dict[str, bool], said: str) -> None:
    """Made, kept or resumed."""
    found = Started(drill=make_drill(), attempt=make_attempt(), path=Path("x"), **fields)
    assert said in shown(opening.started(found, path="solutions/top_k.py"))


def test_reset_says_where_the_old_file_is() -> None:
    """Both files are named."""
    found = Reset(drill=make_drill(), path=Path("x"), archived=Path("y"), ended=True)
    text = shown(opening.reset(found, path="solutions/top_k.py", archived="solutions/top_k.old.py"))
    assert "solutions/top_k.old.py" in text
    assert "the attempt is ended" in text


def test_json_has_the_keys_scripts_rely_on() -> None:
    """Every value survives a trip through JSON."""
    listed = json.loads(json.dumps(data.drills(STATES)))
    assert {"slug", "track", "title", "level", "minutes", "topics", "roles", "status", "best_seconds"} <= set(listed[0])
    checked = json.loads(json.dumps(data.check(FAIL, make_attempt())))
    assert {"drill", "verdict", "passed", "required", "seconds", "reason", "cases", "attempt"} <= set(checked)
    case_keys = {"id", "title", "group", "part", "required", "outcome", "message", "call", "returned", "expected"}
    assert case_keys <= set(checked["cases"][0])
    attempt_keys = {"id", "started_at", "deadline", "seconds_used", "seconds_left", "over_by", "checks", "hints", "revealed"}
    assert attempt_keys | {"best_seconds", "last_best_seconds"} <= set(checked["attempt"])
    assert checked["attempt"]["started_at"] == "2027-01-15T08:00:00.000Z"
    status = json.loads(json.dumps(data.status((make_attempt(),))))
    assert {"drill", "started_at", "deadline", "seconds_left", "checks", "hints", "verdict"} <= set(status[0])
    proven = json.loads(json.dumps(data.proofs((PROOF,))))
    assert {"drill", "ok", "problems", "rejected", "accepted", "seconds"} <= set(proven[0])
    assert data.check(FAIL, None)["attempt"] is None


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (59.9, "0:59"), (432.0, "7:12"), (3723, "1:02:03"), (-3, "0:00")])
def test_clock(seconds: float, said: str) -> None:
    """Whole seconds, rounded down; hours only where there are some."""
    assert clock(seconds) == said


@given(st.floats(min_value=0, max_value=900))
def test_used_and_left_make_up_the_timer(used: float) -> None:
    """The two figures never disagree by a second."""
    seconds = [int(m) * 60 + int(s) for m, s in (text.split(":") for text in (clock(used), remaining(900 - used)))]
    assert sum(seconds) in (900, 901) if used + (900 - used) != 900 else sum(seconds) == 900


@given(st.text())
def test_clean_text_controls_nothing(text: str) -> None:
    """Only printable characters and line ends are left, and cleaning again changes nothing."""
    cleaned = clean(text)
    assert all(char == "\n" or char.isprintable() for char in cleaned)
    assert clean(cleaned) == cleaned


@given(st.text(), st.integers(min_value=20, max_value=200))
def test_shortened_keeps_the_limit(text: str, limit: int) -> None:
    """Never longer than asked."""
    assert len(shortened(text, limit)) <= limit
    assert len(short_call(f"f({text})", limit)) <= limit


def test_a_long_call_keeps_its_short_arguments() -> None:
    """Arrays give way before `k=5` does, and keep their shapes."""
    call = "top_k(array([" + "0.25, " * 30 + "1.0]), array of shape (5000, 8) [[0.1, 0.2, …], …], k=1000, mode='a, b')"
    short = short_call(call, 100)
    assert "array of shape (5000, 8) […], k=1000, mode='a, b')" in short
