"""Quiz and review on a real pseudo-terminal: keys, undo, interruption, resumption; and what a due drill's pass asks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drillkit.catalogue import default_pack, load
from drillkit.history import FILE_NAME, History
from drillkit.results import Practice
from drillkit.rules import Mark, Rating
from drillkit.study import grade, open_study
from drillkit.study_results import Grading, Study
from drillkit.workspace import Workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
if sys.platform != "win32":
    from pseudo_terminal import COMMAND, Session

ROOT = Path(__file__).resolve().parent.parent
CARD = "dot-product-geometry"
MARK, TRAP, RATE = "s said", "y I said that", "Enter next"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A clean environment with an empty home."""
    ours = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DRILL_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}
    return {**ours, "LC_ALL": "C.UTF-8"}


def past_study(home: Path, days: float) -> Study:
    """The same learner's study, so many days ago."""
    history = History.open(home / FILE_NAME)
    place = Workspace(folder=home.parent)
    drills, then = load(default_pack(), cache=None), time.time() - 86400 * days
    return open_study(Practice(catalogue=drills, history=history, workspace=place, clock=lambda: then), home)


def graded_long_ago(home: Path, name: str, days: float = 40.0) -> None:
    """One card graded so long ago that it is due."""
    s = past_study(home, days)
    card = s.library.by_id[name]
    grade(s, card, Grading(core=(Mark.SAID,) * len(card.core), bonus=(Mark.SAID,) * len(card.bonus)))
    s.practice.history.close()


def history_of(home: Path, name: str) -> list[tuple[Rating, tuple[Mark, ...], tuple[str, ...], str]]:
    """A card's gradings as they count: rating, marks of the core, traps said, answer."""
    from drillkit import study_log

    with History.open(home / FILE_NAME) as history:
        rows = study_log.gradings_of(history, name)
    return [(row.rating, tuple(mark for _, mark in row.core), row.traps, row.answer) for row in rows]


def mark_all(session: Session, name: str, home: Path, core: str = "s") -> None:
    """Press one key for each core point, all bonus points said, no trap."""
    card = past_study(home, 0).library.by_id[name]
    for _ in card.core:
        session.answer(MARK, core)
    for _ in card.bonus:
        session.answer(MARK, "s")
    for _ in card.traps:
        session.answer(TRAP, "n")


def test_a_card_is_answered_by_keys(env: dict[str, str], tmp_path: Path) -> None:
    """Typed answer, locked; marks with an undo; the model answer only afterwards; the rating changed by one key."""
    home = tmp_path / "home"
    session = Session(["quiz", "linear-algebra", "--count", "1"], env=env, cwd=tmp_path)
    session.answer("> ", "cos theta times the norms\n")
    session.answer("> ", "zero means orthogonal\n")
    session.answer("> ", "\n")
    before = session.until(MARK)
    assert "core 1 of" in before
    session.type("m")
    session.answer("u undo", "u")
    session.until("taken back")
    mark_all(session, CARD, home)
    shown = session.until(RATE)
    assert "a model answer" in shown
    assert "✓ good · all core points said · back in" in shown
    session.type("4")
    assert "✓ easy · your own choice; the proposal was good" in session.until(RATE)
    session.type("\n")
    assert session.end() == 0
    assert "1 card graded and saved · 100% of the core points" in session.screen
    ((rating, marks, traps, answer),) = history_of(home, CARD)
    assert (rating, set(marks), traps) == (Rating.EASY, {Mark.SAID}, ())
    assert answer == "cos theta times the norms\nzero means orthogonal"
    assert session.screen.index("a model answer") > session.screen.rindex("core 1 of")
    assert max(map(len, session.screen.replace("\r", "\n").splitlines())) <= 80


def test_a_saved_card_can_be_taken_back(env: dict[str, str], tmp_path: Path) -> None:
    """Undo at the end opens the last step again; what counts is the second grading."""
    home = tmp_path / "home"
    session = Session(["quiz", "linear-algebra", "--count", "1"], env=env, cwd=tmp_path)
    session.answer("> ", "\n")
    mark_all(session, CARD, home)
    session.answer(RATE, "u")
    session.answer(TRAP, "y")
    assert "✗ again · a trap was said" in session.until(RATE)
    session.type("q")
    assert session.end() == 0
    ((rating, _, traps, answer),) = history_of(home, CARD)
    assert (rating, len(traps), answer) == (Rating.AGAIN, 1, "")


def test_ctrl_c_in_the_middle_loses_nothing(env: dict[str, str], tmp_path: Path) -> None:
    """Graded cards are saved, the locked answer is kept, and the next quiz goes on where it was."""
    home = tmp_path / "home"
    session = Session(["quiz", "linear-algebra", "--count", "3"], env=env, cwd=tmp_path)
    session.answer("> ", "\n")
    mark_all(session, CARD, home)
    session.answer(RATE, "\n")
    session.until("card 2 of 3")
    session.answer("> ", "the unit vector along x\n")
    session.answer("> ", "\n")
    session.answer(MARK, "m")
    session.until("u undo")
    session.interrupt()
    assert session.end() == 130
    assert "interrupted: 1 of 3 cards graded, all of it saved" in " ".join(session.screen.split())
    assert len(history_of(home, CARD)) == 1

    again = Session(["quiz"], env=env, cwd=tmp_path)
    again.answer("2 cards to go", "")
    again.answer("Enter goes on", "\n")
    resumed = again.until(MARK)
    assert "card 2 of 3" in resumed
    assert "the unit vector along x" in resumed
    again.kill()

    third = Session(["quiz", "python", "--count", "1"], env=env, cwd=tmp_path)
    third.answer("n begins", "n")
    assert "card 1 of 1" in third.until("> ")
    third.interrupt()
    assert third.end() == 130


def test_a_closed_terminal_loses_nothing(env: dict[str, str], tmp_path: Path) -> None:
    """The locked answer is there after the terminal went away, and no bug is reported."""
    home = tmp_path / "home"
    session = Session(["quiz", "linear-algebra", "--count", "2"], env=env, cwd=tmp_path)
    session.answer("> ", "something\n")
    session.answer("> ", "\n")
    session.until(MARK)
    session.hang_up()
    assert not (home / "logs").exists()
    again = Session(["quiz"], env=env, cwd=tmp_path)
    again.answer("Enter goes on", "\n")
    assert "something" in again.until(MARK)
    again.kill()


def test_a_kill_while_typing_keeps_what_was_typed(env: dict[str, str], tmp_path: Path) -> None:
    """The lines before a kill are there when the card is asked again, and locked with those after it."""
    session = Session(["quiz", "linear-algebra", "--count", "1"], env=env, cwd=tmp_path)
    session.answer("> ", "the first line\n")
    session.until("> ")
    session.kill()
    again = Session(["quiz"], env=env, cwd=tmp_path)
    again.answer("Enter goes on", "\n")
    again.until("the first line")
    again.answer("> ", "the second\n")
    again.answer("> ", "\n")
    mark_all(again, CARD, tmp_path / "home")
    again.answer(RATE, "\n")
    assert again.end() == 0
    assert history_of(tmp_path / "home", CARD)[0][3] == "the first line\nthe second"
    assert not (tmp_path / "home" / "draft.json").exists()


def test_numbers_are_asked_and_judged(env: dict[str, str], tmp_path: Path) -> None:
    """Each number is typed before anything is shown, and the figure is drawn with the question."""
    graded_long_ago(tmp_path / "home", "confusion-matrix-scores")
    session = Session(["quiz", "--due"], env=env, cwd=tmp_path)
    question = session.until("> ")
    assert "positive         40         20" in question
    session.type("\n")
    session.answer("precision = ", "80%\n")
    session.answer("recall = ", "0.8\n")
    session.answer("F1 = ", "0.727\n")
    judged = session.until(MARK)
    assert "✓ precision: 80% is right" in judged
    assert "✗ recall is 0.6667" in judged
    session.interrupt()
    assert session.end() == 130


def test_the_editor_takes_an_answer(env: dict[str, str], tmp_path: Path) -> None:
    """`e` opens it; without one the question stays open."""
    session = Session(["quiz", "linear-algebra", "--count", "1"], env=env, cwd=tmp_path)
    session.answer("> ", "e\n")
    session.until("neither VISUAL nor EDITOR is set")
    session.interrupt()
    assert session.end() == 130
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\necho "from the editor" > "$1"\n')
    editor.chmod(0o755)
    session = Session(["quiz", "linear-algebra", "--count", "1"], env={**env, "EDITOR": str(editor)}, cwd=tmp_path)
    session.answer("n begins", "n")
    session.answer("> ", "e\n")
    assert "from the editor" in session.until(MARK)
    session.kill()


def test_minutes_end_after_the_card(env: dict[str, str], tmp_path: Path) -> None:
    """The card at hand is finished, then the quiz is over and is not offered again."""
    session = Session(["quiz", "linear-algebra", "--minutes", "0.00001"], env=env, cwd=tmp_path)
    session.answer("> ", "\n")
    mark_all(session, CARD, tmp_path / "home")
    session.answer(RATE, "\n")
    session.until("the time is up")
    assert session.end() == 0
    again = Session(["quiz", "python", "--count", "1"], env=env, cwd=tmp_path)
    assert "goes on with it" not in again.until("> ")
    again.kill()


def test_review_goes_through_what_is_due(env: dict[str, str], tmp_path: Path) -> None:
    """Due cards are listed and asked, weakest first; afterwards nothing is due."""
    home = tmp_path / "home"
    graded_long_ago(home, CARD)
    listed = subprocess.run([*COMMAND, "review", "--json"], env=env, cwd=tmp_path, capture_output=True, check=True, timeout=60)
    assert [(row["kind"], row["id"]) for row in json.loads(listed.stdout)] == [("card", CARD)]
    session = Session(["review"], env=env, cwd=tmp_path)
    session.answer("Enter begins", "\n")
    session.answer("> ", "\n")
    mark_all(session, CARD, home, core="p")
    assert "~ hard" in session.until(RATE)
    session.type("\n")
    assert session.end() == 0
    assert "nothing is due" in subprocess.run([*COMMAND, "review"], env=env, cwd=tmp_path, capture_output=True, timeout=60).stdout.decode()


def passed_long_ago(home: Path, slug: str, days: float = 60.0) -> None:
    """A drill passed so long ago that it is due, its file left in the workspace."""
    from fixture_pack import verdict

    from drillkit import practice
    from drillkit.verdict import VerdictKind

    s = past_study(home, days)
    practice.start(s.practice, slug, minutes=10)
    practice.check(s.practice, slug, lambda *_: verdict(VerdictKind.PASSED, drill=slug))
    s.practice.history.close()


def test_a_due_drill_is_opened_afresh_and_rated(env: dict[str, str], tmp_path: Path) -> None:
    """The list marks it, review archives the old file, and its pass proposes a rating that one key changes."""
    home, solution = tmp_path / "home", tmp_path / "solutions" / "softmax.py"
    passed_long_ago(home, "softmax")
    solution.write_text("mine = 1\n")
    listed = subprocess.run([*COMMAND, "list"], env=env, cwd=tmp_path, capture_output=True, check=True, timeout=60).stdout.decode()
    assert ", due" in listed
    assert "1 due, drill review" in listed
    session = Session(["review"], env=env, cwd=tmp_path)
    session.answer("Enter begins", "\n")
    session.answer("Enter opens it", "\n")
    assert session.end() == 0
    assert "your last solution is kept as" in " ".join(session.screen.split())
    assert [path.read_text() for path in solution.parent.iterdir() if path != solution] == ["mine = 1\n"]
    solution.write_text((default_pack() / "neural-nets/softmax/reference.py").read_text() + "\n# mine\n")
    check = Session(["check"], env=env, cwd=tmp_path)
    assert "✓ good" in check.until("Enter keeps it")
    check.type("2")
    assert check.end() == 0
    assert "~ hard · your own choice" in check.screen
    assert "nothing is due" in subprocess.run([*COMMAND, "review"], env=env, cwd=tmp_path, capture_output=True, timeout=60).stdout.decode()


def test_a_pass_in_a_pipe_keeps_the_proposal(env: dict[str, str], tmp_path: Path) -> None:
    """Nobody is there to change it: it is recorded as it is; a first pass proposes nothing."""
    from drillkit import study_log

    home, solution = tmp_path / "home", tmp_path / "solutions" / "softmax.py"
    right = (default_pack() / "neural-nets/softmax/reference.py").read_text() + "\n# mine\n"
    passed_long_ago(home, "softmax")
    subprocess.run([*COMMAND, "review", "softmax"], env=env, cwd=tmp_path, capture_output=True, check=True, timeout=60)
    solution.write_text(right)
    ran = subprocess.run([*COMMAND, "check"], env=env, cwd=tmp_path, capture_output=True, check=True, timeout=60)
    assert "review    ✓ good · passed by the first check" in ran.stdout.decode()
    with History.open(home / FILE_NAME) as history:
        assert [(row.proposed, row.chosen) for row in study_log.ratings(history).values()] == [(Rating.GOOD, Rating.GOOD)]


def test_a_quiz_needs_a_terminal(env: dict[str, str], tmp_path: Path) -> None:
    """In a pipe it refuses with a way out; --json gives the queue and begins nothing."""
    ran = subprocess.run([*COMMAND, "quiz"], env=env, cwd=tmp_path, capture_output=True, timeout=60)
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"drill quiz --json" in ran.stderr
    ran = subprocess.run([*COMMAND, "quiz", "--json", "--count", "2"], env=env, cwd=tmp_path, capture_output=True, timeout=60)
    assert [row["id"] for row in json.loads(ran.stdout)] == [CARD, "unit-vector-max-dot"]
    with History.open(tmp_path / "home" / FILE_NAME) as history:
        assert history.select("SELECT count(*) FROM study_sessions") == [(0,)]
