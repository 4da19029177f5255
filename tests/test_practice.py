"""What a learner does, from start to reveal, on real files and a real history with a clock that stands still."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fixture_pack import NOON, STUB, Clock, make_drill, verdict

from drillkit import practice
from drillkit.attempt import Status
from drillkit.catalogue import load
from drillkit.errors import DrillError, InternalError
from drillkit.history import History
from drillkit.practice import Practice
from drillkit.verdict import Verdict, VerdictKind
from drillkit.workspace import Workspace

ROOT = Path(practice.__file__).parent.parent
MINE = b"def solve():\n    return 2\n"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def p(tmp_path: Path, clock: Clock) -> Iterator[Practice]:
    pack = tmp_path / "drills"
    make_drill(pack, "top-k", follow_ups=["Why one?"])
    make_drill(pack, "softmax", "neural-nets", minutes=10, level="E")
    make_drill(pack, "k-means", "models", minutes=25)
    with History.open(tmp_path / "home" / "history.db") as kept:
        yield Practice(catalogue=load(pack, cache=None), history=kept, workspace=Workspace(folder=tmp_path / "prep"), clock=clock)


class Judge:
    """Answers as told and remembers what it was given; `meanwhile` happens while it judges."""

    def __init__(self, kind: VerdictKind = VerdictKind.FAILED, meanwhile=lambda: None) -> None:
        self.kind = kind
        self.meanwhile = meanwhile
        self.given: list[tuple[str, bytes, str]] = []

    def __call__(self, drill, source: bytes, filename: str) -> Verdict:
        self.given.append((drill.slug, source, filename))
        self.meanwhile()
        return verdict(self.kind, drill=drill.slug)


FAIL, PASS = Judge(VerdictKind.FAILED), Judge(VerdictKind.PASSED)


def states(p: Practice, **filters) -> dict[str, Status]:
    return {state.drill.slug: state.status for state in practice.overview(p, **filters)}


def elsewhere(p: Practice, tmp_path: Path) -> Practice:
    return replace(p, workspace=Workspace(folder=tmp_path / "elsewhere"))


def pass_after(p: Practice, clock: Clock, seconds: float, slug: str = "top-k") -> practice.Checked:
    practice.start(p, slug)
    clock.forward(seconds)
    return practice.check(p, slug, PASS)


# start


def test_start_makes_the_file_and_starts_the_clock(p, tmp_path):
    """A start makes the file from the stub and an attempt with the drill's own minutes."""
    started = practice.start(p, "topk")
    assert (started.drill.slug, started.made, started.resumed) == ("top-k", True, False)
    assert started.path == tmp_path / "prep" / "solutions" / "top_k.py"
    assert started.path.read_bytes() == STUB
    assert (started.attempt.started_at, started.attempt.deadline) == (NOON, NOON + 15 * 60)
    assert (started.attempt.path, started.attempt.status) == (started.path, Status.STARTED)


@pytest.mark.parametrize(("options", "deadline"), [({"minutes": 7.5}, NOON + 450), ({"no_timer": True}, None)])
def test_timer_may_be_chosen(p, options, deadline):
    """The timer is as long as asked, or there is none."""
    assert practice.start(p, "top-k", **options).attempt.deadline == deadline


@pytest.mark.parametrize("minutes", [0, -1, float("nan"), float("inf"), 1441])
def test_impossible_timer_is_refused(p, minutes):
    """A timer of no, negative or endless time is refused, and nothing is made."""
    with pytest.raises(DrillError, match="a timer runs for"):
        practice.start(p, "top-k", minutes=minutes)
    assert not p.workspace.solutions.exists()
    assert practice.running(p) == ()


def test_timer_and_no_timer_contradict(p):
    """Both at once are refused."""
    with pytest.raises(DrillError, match="cannot go together"):
        practice.start(p, "top-k", minutes=5, no_timer=True)


def test_start_never_overwrites(p):
    """A file that is there stays, and the start says so."""
    path = p.workspace.solutions / "top_k.py"
    path.parent.mkdir(parents=True)
    path.write_bytes(MINE)
    assert practice.start(p, "top-k").made is False
    assert path.read_bytes() == MINE


def test_second_start_resumes(p, clock):
    """Starting a running drill again goes on with the same attempt, file and clock."""
    first = practice.start(p, "top-k")
    first.path.write_bytes(MINE)
    clock.forward(100)
    second = practice.start(p, "top-k")
    assert (second.resumed, second.made, second.attempt.id) == (True, False, first.attempt.id)
    assert (second.attempt.deadline, second.attempt.seconds_used) == (first.attempt.deadline, 100)
    assert first.path.read_bytes() == MINE


def test_start_after_time_is_up_resumes(p, clock):
    """An attempt whose time is up still runs until pass, reveal or reset."""
    practice.start(p, "top-k")
    clock.forward(15 * 60 + 190)
    again = practice.start(p, "top-k")
    assert (again.resumed, again.attempt.over_by, again.attempt.status) == (True, 190, Status.OVER_TIME)


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        ({}, {"minutes": 20}, True),
        ({}, {"no_timer": True}, True),
        ({"no_timer": True}, {"minutes": 20}, True),
        ({}, {"minutes": 15}, False),
        ({"minutes": 7.7}, {"minutes": 7.7}, False),
        ({"minutes": 20}, {}, False),
        ({"no_timer": True}, {"no_timer": True}, False),
        ({"no_timer": True}, {}, False),
    ],
)
def test_running_attempt_keeps_its_timer(p, clock, first, second, refused):
    """Another timer for a running attempt is refused with the way out; the same one, or none named, resumes."""
    clock.forward(0.123)
    before = practice.start(p, "top-k", **first).attempt
    if refused:
        with pytest.raises(DrillError, match="runs already") as caught:
            practice.start(p, "top-k", **second)
        assert "drill reset top-k" in caught.value.hint
    else:
        assert practice.start(p, "top-k", **second).resumed is True
    assert practice.running(p) == (before,)


def test_start_that_cannot_make_its_file_starts_nothing(p):
    """Without a file there is no attempt."""
    p.workspace.folder.mkdir()
    p.workspace.solutions.write_text("in the way")
    with pytest.raises(DrillError, match="cannot make"):
        practice.start(p, "top-k")
    assert practice.running(p) == ()


def test_start_after_a_pass_is_a_new_attempt(p, clock):
    """After a pass a start begins a new attempt on the file as it is."""
    first = pass_after(p, clock, 60)
    first.path.write_bytes(MINE)
    again = practice.start(p, "top-k")
    assert (again.resumed, again.made, again.path.read_bytes()) == (False, False, MINE)
    assert again.attempt.id != first.attempt.id
    assert (again.attempt.started_at, again.attempt.last_seconds) == (NOON + 60, 60)


def test_start_elsewhere_resumes_where_the_file_is(p, tmp_path):
    """A running drill started from another folder goes on with its own file."""
    first = practice.start(p, "top-k")
    assert practice.start(elsewhere(p, tmp_path), "top-k").path == first.path
    assert not (tmp_path / "elsewhere").exists()


def test_start_makes_a_lost_file_again(p):
    """A running attempt whose file was deleted gets the stub again."""
    first = practice.start(p, "top-k")
    first.path.unlink()
    again = practice.start(p, "top-k")
    assert (again.resumed, again.made, again.path.read_bytes()) == (True, True, STUB)


def test_lost_file_is_made_where_the_attempt_is(p, tmp_path):
    """The stub comes back in the attempt's own folder, from wherever the start is typed."""
    first = practice.start(p, "top-k")
    first.path.unlink()
    again = practice.start(elsewhere(p, tmp_path), "top-k")
    assert (again.path, again.made) == (first.path, True)


def test_lost_folder_gives_way_to_this_one(p, tmp_path):
    """When the attempt's whole folder is gone the stub is made here."""
    shutil.rmtree(practice.start(p, "top-k").path.parent.parent)
    other = elsewhere(p, tmp_path)
    again = practice.start(other, "top-k")
    assert (again.path, again.made, again.resumed) == (other.workspace.solutions / "top_k.py", True, True)
    assert practice.check(other, None, FAIL).path == again.path


# status, current


def test_several_attempts_run_side_by_side(p, clock):
    """Starting another drill keeps the first one running; the latest comes first."""
    practice.start(p, "top-k")
    clock.forward(60)
    practice.start(p, "softmax", no_timer=True)
    clock.forward(30)
    found = practice.running(p)
    assert [(state.drill, state.seconds_used, state.seconds_left) for state in found] == [("softmax", 30, None), ("top-k", 90, 810)]


def test_passed_attempt_runs_no_more(p, clock):
    """A pass takes the attempt from the running ones."""
    pass_after(p, clock, 60)
    assert practice.running(p) == ()


def test_current_drill_is_the_last_started_or_checked(p, clock):
    """Without a slug the drill started last is meant, or the one checked after it, ended or not."""
    pass_after(p, clock, 10, "top-k")
    clock.forward(10)
    practice.start(p, "softmax")
    assert practice.current(p, None).slug == "softmax"
    clock.forward(10)
    practice.check(p, "top-k", FAIL)
    assert practice.current(p, None).slug == "top-k"
    assert practice.current(p, "k means").slug == "k-means"


def test_current_drill_of_a_beginner(p):
    """With nothing started there is no current drill, and the error says how to name one."""
    with pytest.raises(DrillError, match="no drill is started") as caught:
        practice.current(p, None)
    assert "drill list" in caught.value.hint


def test_current_drill_passes_over_unknown_ones(p, clock):
    """A drill that is no longer in the catalogue is never the current one."""
    practice.start(p, "top-k")
    p.history.add_attempt(drill="gone", path=Path("/w"), at=NOON + 99, deadline=None)
    assert practice.current(p, None).slug == "top-k"


# check


def test_check_judges_and_records(p, clock):
    """A check hands the file's bytes to the judge and keeps verdict and source."""
    path = practice.start(p, "top-k").path
    path.write_bytes(MINE)
    clock.forward(60)
    judge = Judge()
    checked = practice.check(p, None, judge)
    assert judge.given == [("top-k", MINE, "solutions/top_k.py")]
    assert (checked.drill.slug, checked.path, checked.counted) == ("top-k", path, True)
    assert (checked.attempt.checks, checked.attempt.seconds_used, checked.attempt.verdict) == (1, 60, VerdictKind.FAILED)
    assert practice.snapshot(p, checked.check_id) == MINE
    assert p.history.verdict(checked.check_id) == checked.verdict


def test_clock_stops_when_the_file_is_handed_in(p, clock):
    """The time that judging takes does not count."""
    practice.start(p, "top-k")
    clock.forward(552)
    checked = practice.check(p, None, Judge(VerdictKind.PASSED, meanwhile=lambda: clock.forward(400)))
    assert (checked.attempt.seconds_used, checked.attempt.over_by, checked.attempt.status) == (552, 0, Status.PASSED)
    clock.forward(5000)
    assert states(p)["top-k"] is Status.PASSED


def test_late_pass_is_a_pass(p, clock):
    """A pass after the deadline is a pass that says by how much it is late."""
    checked = pass_after(p, clock, 15 * 60 + 190)
    assert (checked.attempt.passed, checked.attempt.over_by, checked.attempt.status) == (True, 190, Status.OVER_TIME)
    assert states(p, status="passed") == {"top-k": Status.OVER_TIME}


def test_pass_compares_with_earlier_ones(p, clock):
    """A pass knows the last and the best time of earlier attempts."""
    for seconds in (300, 500):
        pass_after(p, clock, seconds)
    state = pass_after(p, clock, 400).attempt
    assert (state.seconds_used, state.best_seconds, state.last_best_seconds, state.last_seconds) == (400, 300, 300, 500)


def test_internal_verdict_is_not_recorded(p):
    """Our own fault leaves no trace in the history."""
    practice.start(p, "top-k")
    checked = practice.check(p, None, Judge(VerdictKind.INTERNAL))
    assert (checked.check_id, checked.counted, checked.attempt.checks) == (None, False, 0)
    assert practice.running(p)[0].checks == 0


def test_interrupted_check_is_not_recorded(p):
    """Ctrl-C while the judge works leaves the attempt as it was."""

    def interrupt() -> None:
        raise KeyboardInterrupt

    practice.start(p, "top-k")
    with pytest.raises(KeyboardInterrupt):
        practice.check(p, None, Judge(meanwhile=interrupt))
    assert practice.running(p)[0].checks == 0


def test_missing_file_is_no_check(p):
    """A file that is gone is told with the command that makes it; nothing is judged or recorded."""
    practice.start(p, "top-k").path.unlink()
    judge = Judge()
    with pytest.raises(DrillError, match="does not exist") as caught:
        practice.check(p, None, judge)
    assert caught.value.hint == "drill start top-k makes it"
    assert judge.given == []
    assert practice.running(p)[0].checks == 0


def test_check_from_another_folder_judges_the_attempts_file(p, tmp_path):
    """A running attempt remembers where its file is, even when this folder has one of that name."""
    path = practice.start(p, "top-k").path
    path.write_bytes(MINE)
    other = elsewhere(p, tmp_path)
    other.workspace.solutions.mkdir(parents=True)
    (other.workspace.solutions / "top_k.py").write_bytes(b"other")
    judge = Judge()
    assert practice.check(other, None, judge).path == path
    assert judge.given == [("top-k", MINE, str(path))]


def test_moved_workspace_is_followed(p, tmp_path):
    """When the attempt's file is gone, the file of this workspace is judged."""
    practice.start(p, "top-k")
    p.workspace.folder.rename(tmp_path / "elsewhere")
    checked = practice.check(elsewhere(p, tmp_path), None, FAIL)
    assert checked.path == tmp_path / "elsewhere" / "solutions" / "top_k.py"


def test_check_after_the_pass_prefers_this_folder(p, clock, tmp_path):
    """With no attempt running this folder's file is judged, and the last attempt's only when there is none here."""
    passed = pass_after(p, clock, 60)
    other = elsewhere(p, tmp_path)
    assert practice.check(other, "top-k", FAIL).path == passed.path
    here = other.workspace.solutions / "top_k.py"
    here.parent.mkdir(parents=True)
    here.write_bytes(MINE)
    assert practice.check(other, "top-k", FAIL).path == here


def test_check_without_an_attempt_is_recorded_alone(p):
    """A drill that was never started is judged and recorded, off the clock."""
    path = p.workspace.solutions / "top_k.py"
    path.parent.mkdir(parents=True)
    path.write_bytes(MINE)
    checked = practice.check(p, "top-k", PASS)
    assert (checked.attempt, checked.counted) == (None, False)
    assert practice.snapshot(p, checked.check_id) == MINE
    (state,) = practice.overview(p, status="passed")
    assert (state.drill.slug, state.seconds, state.best_seconds) == ("top-k", None, None)


def test_check_after_the_pass_changes_no_time(p, clock):
    """Once passed, more checks are judged and recorded but belong to no attempt."""
    first = pass_after(p, clock, 60)
    clock.forward(500)
    again = practice.check(p, None, FAIL)
    assert (again.counted, again.attempt.id, again.attempt.checks) == (False, first.attempt.id, 1)
    assert (again.attempt.seconds_used, again.attempt.status) == (60, Status.PASSED)
    assert p.history.past("top-k").checks[0].id == again.check_id


def test_check_after_a_reset_has_no_attempt(p):
    """An attempt ended by a reset does not come back with a check."""
    practice.start(p, "top-k")
    practice.reset(p, "top-k")
    assert practice.check(p, "top-k", FAIL).attempt is None


def test_two_checks_at_once_are_both_recorded(p, tmp_path):
    """A second check that runs while the first is judged loses neither."""
    practice.start(p, "top-k")
    with History.open(tmp_path / "home" / "history.db") as kept:
        second = replace(p, history=kept)
        checked = practice.check(p, None, Judge(VerdictKind.FAILED, meanwhile=lambda: practice.check(second, None, PASS)))
    assert (checked.attempt.checks, checked.attempt.passed) == (2, True)
    assert sorted(check.verdict for check in p.history.past("top-k").attempts[0].checks) == ["failed", "passed"]


def test_pass_handed_in_before_a_reveal_counts(p, clock):
    """A reveal in another terminal while the judge works does not take the pass away."""
    practice.start(p, "top-k")

    def read_the_answer() -> None:
        clock.forward(1)
        practice.reveal(p, "top-k", confirmed=True)

    checked = practice.check(p, None, Judge(VerdictKind.PASSED, meanwhile=read_the_answer))
    assert (checked.attempt.passed, checked.attempt.revealed) == (True, False)


SETUP = """
import sys
from pathlib import Path
sys.path.insert(0, "tests")
from fixture_pack import Clock, make_drill
from drillkit import practice
from drillkit.catalogue import load
from drillkit.history import History
from drillkit.workspace import Workspace
folder = Path(sys.argv[1])
p = practice.Practice(
    catalogue=load(folder / "drills", cache=None),
    history=History.open(folder / "home" / "history.db"),
    workspace=Workspace(folder=folder / "prep"),
    clock=Clock(),
)
"""


def spawn(code: str, folder: Path) -> subprocess.Popen[str]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", code, str(folder)], cwd=ROOT, text=True, **pipes)


KILLED = (
    SETUP
    + """
def judge(drill, source, filename):
    print("judging", flush=True)
    sys.stdin.readline()
practice.check(p, "top-k", judge)
"""
)


def test_kill_in_the_middle_of_a_check_loses_only_that_check(p, tmp_path):
    """After a kill -9 while judging, attempt, earlier checks, hints and file are there, and checking goes on."""
    path = practice.start(p, "top-k").path
    path.write_bytes(MINE)
    practice.hint(p, None)
    practice.check(p, None, FAIL)
    before = practice.running(p)
    victim = spawn(KILLED, tmp_path)
    assert victim.stdout.readline() == "judging\n"
    victim.kill()
    victim.communicate(timeout=60)
    assert victim.returncode == -signal.SIGKILL
    assert practice.running(p) == before
    assert path.read_bytes() == MINE
    assert practice.check(p, None, PASS).attempt.checks == 2


def test_any_file_is_judged_without_a_record(p, tmp_path):
    """A file given by path is judged as it is, and the history stays empty."""
    path = tmp_path / "draft.py"
    path.write_bytes(MINE)
    judge = Judge(VerdictKind.PASSED)
    assert practice.check_file(p, "topk", path, judge).kind is VerdictKind.PASSED
    assert judge.given == [("top-k", MINE, str(path))]
    assert p.history.pasts() == {}


@pytest.mark.parametrize("name", ["top_k.py", "top-k.py", "top_k.2026-11-21T131500.py"])
def test_name_of_a_file_tells_its_drill(p, tmp_path, name):
    """Without a slug the file's name says which drill it solves, an archived file's too."""
    (tmp_path / name).write_bytes(MINE)
    assert practice.check_file(p, None, tmp_path / name, FAIL).drill == "top-k"


def test_file_of_an_unknown_name_needs_a_slug(p, tmp_path):
    """A name that is no drill's is refused with how to name the drill."""
    (tmp_path / "draft.py").write_bytes(MINE)
    with pytest.raises(DrillError, match="tells no drill") as caught:
        practice.check_file(p, None, tmp_path / "draft.py", FAIL)
    assert "--file" in caught.value.hint


# hints


def test_hints_come_one_by_one(p):
    """Each call shows the next hint and notes it on the attempt; a fourth is refused."""
    practice.start(p, "top-k")
    shown = [practice.hint(p, None) for _ in range(3)]
    assert [(hinted.hint.number, hinted.hint.title, hinted.attempt.hints) for hinted in shown] == [
        (1, "The idea", 1),
        (2, "The shapes", 2),
        (3, "The outline", 3),
    ]
    assert shown[0].total == 3
    with pytest.raises(DrillError, match="all 3 hints of top-k are shown") as caught:
        practice.hint(p, None)
    assert "--all" in caught.value.hint
    assert practice.running(p)[0].hints == 3


def test_hint_needs_an_attempt(p, clock):
    """Without a running attempt a hint is refused: before it with the start, after it with all hints."""
    with pytest.raises(DrillError, match="no attempt at top-k runs") as caught:
        practice.hint(p, "top-k")
    assert "drill start top-k" in caught.value.hint
    pass_after(p, clock, 60)
    with pytest.raises(DrillError, match="no attempt at top-k runs") as caught:
        practice.hint(p, "top-k")
    assert "drill hint top-k --all" in caught.value.hint


def test_pass_with_a_hint_says_so(p, clock):
    """A drill passed with hints is marked so."""
    practice.start(p, "top-k")
    practice.hint(p, None)
    assert practice.check(p, None, PASS).attempt.status is Status.WITH_HINTS
    assert states(p, status="with-hints") == {"top-k": Status.WITH_HINTS}


def test_new_attempt_begins_with_the_first_hint(p):
    """Hints are counted by attempt; those seen before can be seen again."""
    practice.start(p, "top-k")
    practice.hint(p, None)
    practice.hint(p, None)
    practice.reset(p, "top-k")
    practice.start(p, "top-k")
    assert [hint.number for hint in practice.hints(p, None)] == [1, 2]
    assert practice.hint(p, None).hint.number == 1


def test_unseen_hints_stay_hidden(p):
    """All hints means all that were seen; with none seen it is refused."""
    practice.start(p, "top-k")
    with pytest.raises(DrillError, match="no hint of top-k was shown yet"):
        practice.hints(p, None)
    practice.hint(p, None)
    assert [hint.number for hint in practice.hints(p, None)] == [1]


def test_all_hints_are_open_after_a_pass(p, clock):
    """Once the drill is passed every hint may be read."""
    pass_after(p, clock, 60)
    assert [hint.number for hint in practice.hints(p, None)] == [1, 2, 3]


# reveal


def test_early_reveal_asks_first(p):
    """Before pass and deadline nothing is shown or noted until it is confirmed."""
    practice.start(p, "top-k")
    asked = practice.reveal(p, None, confirmed=False)
    assert (asked.needs_confirmation, asked.marked) == (True, False)
    assert (asked.reference, asked.walkthrough, asked.follow_ups, asked.diff) == ("", "", (), "")
    assert [state.revealed for state in practice.running(p)] == [False]


def test_confirmed_early_reveal_marks_the_attempt(p, clock):
    """A confirmed early reveal shows all, ends the attempt and marks it; a later pass does not wash it off."""
    practice.start(p, "top-k")
    clock.forward(60)
    shown = practice.reveal(p, None, confirmed=True)
    assert (shown.needs_confirmation, shown.marked, shown.attempt.revealed) == (False, True, True)
    assert shown.reference == "def solve():\n    return 1\n"
    assert (shown.walkthrough, shown.follow_ups) == ("It returns one.\n", ("Why one?",))
    assert practice.running(p) == ()
    practice.check(p, "top-k", PASS)
    assert states(p)["top-k"] is Status.REVEALED


def test_reveal_after_a_pass_is_free(p, clock):
    """After a pass the answer is shown without a question and without a mark."""
    pass_after(p, clock, 60)
    shown = practice.reveal(p, None, confirmed=False)
    assert (shown.needs_confirmation, shown.marked) == (False, False)
    assert states(p)["top-k"] is Status.PASSED


def test_reveal_after_time_is_up_is_free_and_ends_the_attempt(p, clock):
    """When time is up the answer is free; the attempt ends over time, not revealed."""
    practice.start(p, "top-k")
    clock.forward(15 * 60)
    shown = practice.reveal(p, None, confirmed=False)
    assert (shown.needs_confirmation, shown.marked, shown.attempt.running) == (False, False, False)
    assert states(p)["top-k"] is Status.OVER_TIME


def test_second_reveal_is_free(p):
    """What was revealed once is shown again without a question."""
    practice.start(p, "top-k")
    practice.reveal(p, None, confirmed=True)
    again = practice.reveal(p, "top-k", confirmed=False)
    assert (again.needs_confirmation, again.marked) == (False, False)


def test_reveal_of_a_drill_never_started(p):
    """It asks too, and the drill counts as revealed after it."""
    assert practice.reveal(p, "top-k", confirmed=False).needs_confirmation is True
    shown = practice.reveal(p, "top-k", confirmed=True)
    assert (shown.attempt, shown.marked, shown.diff) == (None, False, "")
    assert states(p)["top-k"] is Status.REVEALED


def test_reveal_compares_with_the_learners_file(p, clock):
    """The diff leads from the learner's file to the reference."""
    practice.start(p, "top-k").path.write_bytes(MINE)
    practice.check(p, None, PASS)
    assert practice.reveal(p, None, confirmed=False).diff.splitlines() == [
        "--- solutions/top_k.py",
        "+++ reference",
        "@@ -1,2 +1,2 @@",
        " def solve():",
        "-    return 2",
        "+    return 1",
    ]


def test_reveal_compares_with_the_last_check_when_the_file_is_gone(p):
    """Without the file the last checked one is compared."""
    path = practice.start(p, "top-k").path
    for content in (b"first\n", MINE):
        path.write_bytes(content)
        practice.check(p, None, FAIL)
    path.unlink()
    assert "-    return 2" in practice.reveal(p, None, confirmed=True).diff


def test_untouched_stub_is_not_compared(p):
    """A file that is still the stub gives no diff."""
    practice.start(p, "top-k")
    assert practice.reveal(p, None, confirmed=True).diff == ""


def test_broken_answer_marks_nothing(p):
    """When the reference cannot be read the attempt runs on, unmarked."""
    practice.start(p, "top-k")
    (p.catalogue.match("top-k").folder / "reference.py").unlink()
    with pytest.raises(InternalError, match=r"reference\.py"):
        practice.reveal(p, None, confirmed=True)
    assert [state.revealed for state in practice.running(p)] == [False]


# reset


def test_reset_archives_and_makes_afresh(p):
    """The learner's file is kept beside a fresh stub, and the attempt ends."""
    path = practice.start(p, "top-k").path
    path.write_bytes(MINE)
    done = practice.reset(p, "top-k")
    assert (done.drill.slug, done.path, done.ended) == ("top-k", path, True)
    assert done.archived.parent == path.parent
    assert (done.archived.read_bytes(), path.read_bytes()) == (MINE, STUB)
    assert practice.running(p) == ()
    assert states(p)["top-k"] is Status.NEW


def test_start_after_a_reset_is_a_new_attempt(p, clock):
    """A new attempt, with a new clock and any timer, begins with the next start."""
    first = practice.start(p, "top-k")
    practice.reset(p, "top-k")
    clock.forward(5)
    second = practice.start(p, "top-k", minutes=30)
    assert (second.resumed, second.attempt.started_at) == (False, NOON + 5)
    assert second.attempt.id != first.attempt.id


def test_reset_after_a_pass_keeps_the_pass(p, clock):
    """A reset of a passed drill makes a fresh file and takes nothing away."""
    pass_after(p, clock, 60)
    assert practice.reset(p, "top-k").ended is False
    assert states(p)["top-k"] is Status.PASSED


def test_reset_of_a_lost_file_makes_one(p):
    """With the file gone there is nothing to archive, but the attempt ends and the stub is back."""
    path = practice.start(p, "top-k").path
    path.unlink()
    done = practice.reset(p, "top-k")
    assert (done.archived, done.ended, path.read_bytes()) == (None, True, STUB)


def test_reset_of_nothing_is_refused(p):
    """A drill without file and attempt has nothing to reset, and no file is made."""
    with pytest.raises(DrillError, match="nothing to reset"):
        practice.reset(p, "top-k")
    assert not p.workspace.solutions.exists()


# list, history


def test_overview_shows_every_state(p, clock):
    """Each drill has its state and times, in the catalogue's order."""
    pass_after(p, clock, 552, "top-k")
    practice.start(p, "softmax")
    found = practice.overview(p)
    assert [(state.drill.slug, state.status, state.passed, state.running, state.seconds, state.best_seconds) for state in found] == [
        ("top-k", Status.PASSED, True, False, 552, 552),
        ("k-means", Status.NEW, False, False, None, None),
        ("softmax", Status.STARTED, False, True, None, None),
    ]


def test_overview_of_a_passed_drill_that_runs_again(p, clock):
    """A passed drill that was started again is started, keeps its best time and is found under both states."""
    pass_after(p, clock, 552)
    practice.start(p, "top-k")
    (state,) = practice.overview(p, status="started")
    assert (state.status, state.seconds, state.best_seconds) == (Status.STARTED, None, 552)
    assert practice.overview(p, status="passed") == (state,)


@pytest.mark.parametrize(
    ("filters", "slugs"),
    [
        ({"status": "new"}, ["k-means"]),
        ({"status": "over-time"}, ["softmax"]),
        ({"status": "Over Time"}, ["softmax"]),
        ({"status": "started"}, ["top-k", "softmax"]),
        ({"status": "started", "level": "E"}, ["softmax"]),
        ({"track": "models"}, ["k-means"]),
        ({"minutes_max": 15}, ["top-k", "softmax"]),
    ],
)
def test_overview_filters(p, clock, filters, slugs):
    """Filters of the catalogue and of state narrow the list together."""
    practice.start(p, "softmax")
    clock.forward(11 * 60)
    practice.start(p, "top-k")
    assert [state.drill.slug for state in practice.overview(p, **filters)] == slugs


def test_unknown_status_is_refused(p):
    """A state that does not exist is refused with the known ones."""
    with pytest.raises(DrillError, match='no status is called "done"') as caught:
        practice.overview(p, status="done")
    assert caught.value.hint == "known: new, started, passed, over_time, with_hints, revealed"


def test_history_lists_attempts_and_single_checks(p, clock):
    """Attempts with their checks and checks off the clock come by time, of one drill or of all."""
    pass_after(p, clock, 60, "top-k")
    clock.forward(10)
    practice.check(p, "top-k", FAIL)
    clock.forward(10)
    practice.start(p, "softmax")
    practice.reset(p, "softmax")
    entries = practice.history_of(p, None)
    assert [(entry.drill, entry.at - NOON, entry.attempt is None, len(entry.checks)) for entry in entries] == [
        ("top-k", 0, False, 1),
        ("top-k", 70, True, 1),
        ("softmax", 80, False, 0),
    ]
    assert entries[2].attempt.abandoned is True
    assert practice.history_of(p, "topk") == entries[:2]
    assert practice.history_of(p, "k-means") == ()


def test_snapshot_is_the_file_at_that_check(p):
    """Each check keeps the file as it was; an unknown number is refused."""
    path = practice.start(p, "top-k").path
    numbers = []
    for content in (b"one", b"two"):
        path.write_bytes(content)
        numbers.append(practice.check(p, None, FAIL).check_id)
    assert [practice.snapshot(p, number) for number in numbers] == [b"one", b"two"]
    with pytest.raises(DrillError, match="there is no check 99"):
        practice.snapshot(p, 99)


STARTER = (
    SETUP
    + """
print("ready", flush=True)
sys.stdin.readline()
started = practice.start(p, "top-k")
print(started.attempt.id, started.made, started.resumed)
"""
)


def test_starts_at_once_make_one_attempt(p, tmp_path):
    """Of several terminals that start one drill at the same moment one begins the attempt, the others join it."""
    starters = [spawn(STARTER, tmp_path) for _ in range(4)]
    for starter in starters:
        assert starter.stdout.readline() == "ready\n"
    for starter in starters:
        starter.stdin.write("go\n")
        starter.stdin.flush()
    told = sorted(starter.communicate(timeout=60)[0] for starter in starters)
    assert told == ["1 False True\n"] * 3 + ["1 True False\n"]
    assert len(p.history.past("top-k").attempts) == 1
