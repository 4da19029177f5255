"""A learner's commands, one after the other, with the shipped drills and the real judge."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from drillkit import __version__
from drillkit.catalogue import default_pack
from drillkit.cli.boundary import main

SOFTMAX = default_pack() / "neural-nets" / "softmax"
REFERENCE = (SOFTMAX / "reference.py").read_text()
WRONG = "import numpy as np\n\n\ndef softmax(z):\n    return np.exp(z) / np.exp(z).sum()\n"


@dataclass(frozen=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> object:
        """Standard output as JSON, which must hold nothing else."""
        return json.loads(self.out)


Drill = Callable[..., Ran]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to practise in, and an empty home."""
    here = tmp_path / "practice"
    here.mkdir()
    monkeypatch.setenv("DRILL_HOME", str(tmp_path / "home"))
    for name in ("DRILL_WORKSPACE", "COLUMNS", "FORCE_COLOR", "NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def drill(folder: Path, capfd: pytest.CaptureFixture[str]) -> Drill:
    """The command `drill`, run in this process."""

    def run(*argv: str) -> Ran:
        code = main(argv)
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


def solve(folder: Path, source: str = REFERENCE) -> None:
    """Write the learner's file."""
    (folder / "solutions" / "softmax.py").write_text(source)


def test_the_topics_are_listed(drill: Drill) -> None:
    """Each with its number of drills, as the list then shows them."""
    counts = {entry["topic"]: entry["drills"] for entry in drill("list", "--topics", "--json").data}
    assert counts["softmax"] == len(drill("list", "--topic", "softmax", "--json").data)
    shown = drill("list", "--topics").out
    assert all(re.search(rf"{re.escape(name)} +{count}\b", shown) for name, count in counts.items())
    assert {"regression-metrics", "roc-auc"} <= {row["slug"] for row in drill("list", "--topic", "metrics", "--json").data}


def test_five_minutes(drill: Drill, folder: Path) -> None:
    """List, start, a failing check, a hint, a pass, reveal, history: each says what the learner needs next."""
    listed = drill("list")
    assert listed.code == 0
    assert re.search(r"^softmax +Numerically stable softmax +E +10  · new$", listed.out, re.MULTILINE)

    started = drill("start", "softm", "--timer", "15")
    assert started.code == 0
    assert "Numerically stable softmax" in started.out
    assert "solutions/softmax.py  made from the stub" in started.out
    assert "15 min, until" in started.out
    assert "“softm” is softmax" in started.err

    untouched = drill("check")
    assert untouched.code == 1
    assert "untouched stub" in untouched.out

    solve(folder, WRONG)
    failed = drill("check")
    assert failed.code == 1
    assert failed.out.startswith("✗ FAILED · softmax")
    assert "call      softmax(" in failed.out
    assert "next      drill hint softmax — shows hint 1 of 3" in failed.out

    hint = drill("hint")
    assert hint.code == 0
    assert "hint 1 of 3  The idea" in hint.out

    solve(folder)
    passed = drill("check")
    assert passed.code == 0
    assert passed.out.startswith("✓ PASSED in 0:0")
    assert "your first pass" in passed.out
    assert "next      drill reveal softmax" in passed.out

    revealed = drill("reveal")
    assert revealed.code == 0
    assert "── reference" in revealed.out
    assert "── walk-through" in revealed.out
    assert "marked" not in revealed.out

    history = drill("history", "softmax")
    assert "✓ passed" in history.out
    assert "check 3" in history.out
    assert "✓ with hints" in drill("list", "softmax").out


def test_json_is_all_there_is_on_standard_output(drill: Drill, folder: Path) -> None:
    """Every --json gives one JSON value with the promised keys, and the same exit status as without."""
    drill("start", "softmax")
    solve(folder, WRONG)
    checked = drill("check", "softm", "--json")
    assert checked.code == 1
    assert isinstance(checked.data, dict)
    assert checked.data["verdict"] == "failed"
    assert checked.data["attempt"]["checks"] == 1
    keys = {"id", "title", "group", "part", "required", "outcome", "message", "call", "returned", "expected"}
    assert keys <= set(checked.data["cases"][0])
    status = drill("status", "--json").data
    assert isinstance(status, list)
    assert [(row["drill"], row["checks"], row["hints"], row["verdict"]) for row in status] == [("softmax", 1, 0, "failed")]
    assert 0 < status[0]["seconds_left"] <= 600
    listed = drill("list", "softmax", "--json").data
    assert isinstance(listed, list)
    rows = {row["slug"]: (row["status"], row["best_seconds"]) for row in listed}
    assert rows["softmax"] == ("started", None)
    history = drill("history", "--json").data
    assert isinstance(history, list)
    assert history[0]["checks"][0]["verdict"] == "failed"


def test_a_late_pass_says_by_how_much(drill: Drill, folder: Path) -> None:
    """The deadline is stored; a pass after it is a pass."""
    drill("start", "softmax", "--timer", "0.0001")
    solve(folder)
    checked = drill("check", "--json")
    assert checked.code == 0
    assert isinstance(checked.data, dict)
    assert checked.data["attempt"]["over_by"] > 0
    assert "! over time" in drill("list", "softmax").out


def test_start_resumes_and_keeps_the_file(drill: Drill, folder: Path) -> None:
    """A second start changes neither file nor clock, and refuses another timer."""
    drill("start", "softmax")
    solve(folder, "mine = 1\n")
    again = drill("start", "softmax")
    assert "was there already" in again.out
    assert "the attempt goes on" in again.out
    assert (folder / "solutions" / "softmax.py").read_text() == "mine = 1\n"
    assert drill("start", "softmax", "--timer", "3").code == 2


def test_it_works_from_another_folder(drill: Drill, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The attempt knows its file wherever the learner stands."""
    drill("start", "softmax", "--no-timer")
    solve(folder)
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert drill("check").code == 0
    assert list(elsewhere.iterdir()) == []


def test_check_file_records_nothing(drill: Drill, folder: Path) -> None:
    """Any file can be tried; the drill is told by its name or by a slug."""
    (folder / "softmax.py").write_text(REFERENCE)
    assert drill("check", "--file", "softmax.py").code == 0
    (folder / "other.py").write_text(WRONG)
    assert drill("check", "softmax", "--file", "other.py").code == 1
    assert drill("check", "--file", "other.py").code == 2
    assert drill("history", "--json").data == []


def test_reveal_is_refused_in_a_pipe(drill: Drill) -> None:
    """Before a pass it needs --yes, and then marks the attempt."""
    drill("start", "softmax")
    refused = drill("reveal")
    assert (refused.code, refused.out) == (2, "")
    assert "--yes" in refused.err
    revealed = drill("reveal", "--yes")
    assert revealed.code == 0
    assert "marked as revealed" in revealed.out
    assert "○ revealed" in drill("list", "softmax").out


def test_reveal_shows_a_diff_against_the_learners_file(drill: Drill, folder: Path) -> None:
    """What to take out and what to put in."""
    drill("start", "softmax")
    solve(folder, WRONG)
    out = drill("reveal", "--yes").out
    assert "\n-    return np.exp(z) / np.exp(z).sum()\n" in out


def test_reset_archives(drill: Drill, folder: Path) -> None:
    """The old file stays beside the fresh one."""
    drill("start", "softmax")
    solve(folder, "mine = 1\n")
    reset = drill("reset", "softmax")
    assert reset.code == 0
    archived = next(path for path in (folder / "solutions").iterdir() if path.name != "softmax.py")
    assert archived.name in reset.out
    assert archived.read_text() == "mine = 1\n"
    assert (folder / "solutions" / "softmax.py").read_bytes() == (SOFTMAX / "stub.py").read_bytes()


def test_the_file_of_a_check_comes_back_byte_for_byte(drill: Drill, folder: Path) -> None:
    """`history --show` gives what was judged, not what is there now."""
    drill("start", "softmax")
    odd = WRONG + "# naïve\r\n\t# tab"
    (folder / "solutions" / "softmax.py").write_bytes(odd.encode())
    drill("check")
    solve(folder)
    assert drill("history", "--show", "1").out == odd
    assert drill("history", "--show", "9").code == 2


def test_all_hints_again(drill: Drill) -> None:
    """Only those that were shown; a fourth is refused."""
    drill("start", "softmax")
    assert drill("hint", "--all").code == 2
    for number in (1, 2, 3):
        assert f"hint {number} of 3" in drill("hint").out
    assert drill("hint").code == 2
    assert drill("hint", "--all").out.count(" of 3  ") == 3


def test_edit_opens_the_editor(drill: Drill, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`$EDITOR` may have arguments; without one nothing is started."""
    assert drill("start", "softmax", "--edit").code == 2
    assert drill("status", "--json").data == []
    monkeypatch.setenv("EDITOR", "cp /dev/null")
    assert drill("start", "softmax", "--edit").code == 0
    assert (folder / "solutions" / "softmax.py").read_bytes() == b""


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("check",), "no drill is started"),
        (("start", "no-such-drill-at-all"), "no drill is called"),
        (("list", "--level", "X"), "known: E, M, H"),
        (("list", "--track", "cooking"), "retrieval"),
        (("list", "--status", "done"), "with_hints"),
        (("list", "--minutes-max", "soon"), "drill list --help"),
        (("start",), "missing argument"),
        (("start", "softmax", "--timer", "-1"), "a timer runs for more than 0"),
        (("start", "softmax", "--timer", "5", "--no-timer"), "cannot go together"),
        (("list", "--topic"), "drill list --topics"),
        (("check", "--file"), "drill check --help"),
        (("chekc",), "drill --help"),
        (("check", "--nonsense"), "drill check --help"),
        (("check", "--file", "/no/such.py", "softmax"), "does not exist"),
        (("verify", "--path", "/no/such"), "is not a folder"),
    ],
)
def test_wrong_use(drill: Drill, argv: tuple[str, ...], said: str) -> None:
    """Exit 2, nothing on standard output, an error and a hint on standard error."""
    ran = drill(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert re.match(r"error: .+\nhint: .+\n\Z", ran.err)
    assert said in ran.err


def test_a_bug_is_one_sentence_and_a_log(drill: Drill, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Exit 3; the traceback is in a file, and the learner is told which."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no such thing")

    monkeypatch.setattr("drillkit.practice.running", fail)
    ran = drill("status", "--json")
    assert (ran.code, ran.out) == (3, "")
    logs = list((tmp_path / "home" / "logs").iterdir())
    assert len(logs) == 1
    assert str(logs[0]) in ran.err
    assert "Traceback" not in ran.err
    assert "ZeroDivisionError: no such thing" in logs[0].read_text()


def test_ctrl_c_is_quiet(drill: Drill, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 130 without a word."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("drillkit.practice.running", interrupt)
    assert drill("status") == Ran(130, "", "")


def test_help_and_version(drill: Drill) -> None:
    """Every command explains itself; without a command the overview is shown."""
    assert drill("--version") == Ran(0, f"drillkit {__version__}\n", "")
    overview = drill()
    assert overview == drill("--help")
    assert overview.code == 0
    assert "drill start top-k --timer 15" in overview.out
    commands = re.findall(r"^  ([a-z]+) {2,}", overview.out.partition("Commands:")[2].partition("Five minutes")[0], re.MULTILINE)
    assert {"list", "show", "start", "status", "check", "hint", "reveal", "reset", "history", "verify"} <= set(commands)
    for command in commands:
        ran = drill(command, "--help")
        assert ran.code == 0
        assert ran.out.startswith(f"Usage: drill {command}")
        assert "..." not in overview.out.partition("Commands:")[2].partition("Five minutes")[0]


def test_show_is_the_prompt_alone(drill: Drill) -> None:
    """It starts nothing."""
    shown = drill("show", "softm")
    assert "Numerically stable softmax" in shown.out
    assert drill("status", "--json").data == []


def test_verify_proves_a_drill_and_names_what_is_wrong(drill: Drill, tmp_path: Path) -> None:
    """A folder is proven or not, as a matrix and as JSON; a broken drill.toml is a problem, not an error."""
    broken = tmp_path / "pack" / "metrics" / "broken"
    broken.mkdir(parents=True)
    (broken / "drill.toml").write_text("format = 7\n")
    ran = drill("verify", "--path", str(tmp_path / "pack"), "--json")
    assert ran.code == 1
    assert isinstance(ran.data, list)
    assert [(proof["drill"], proof["ok"]) for proof in ran.data] == [("broken", False)]
    assert "format" in " ".join(ran.data[0]["problems"])
    assert drill("verify", "--path", str(tmp_path / "home")).code == 2
