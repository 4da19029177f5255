"""Mutants judged by real hidden tests: what is killed, what survives, what drill.toml lists."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from small_drill import make_drill

from drillkit.catalogue import parse
from drillkit.cli.boundary import main
from drillkit.drill import Drill
from drillkit.judge.survivors import survivors
from drillkit.proof import MutationProof, Survivor
from drillkit.views.mutations import entry as toml_entry
from drillkit.views.mutations import percent

REFERENCE = '''
def clipped(x, low, high):
    """x, but at least low and at most high."""
    if low > high:
        raise ValueError("low is above high")
    while x > high:
        x = high
    return low if x < low else x
'''
ACCEPTED = """
def clipped(x, low, high):
    if low > high:
        raise ValueError
    return sorted([low, x, high])[1]
"""
TESTS = '''
from solution import clipped

from drillkit.testing import contract, correctness, edge, equal, raises


@correctness
def test_clips():
    """Values outside come to the bounds"""
    equal([clipped(x, 0, 10) for x in (-1, 5, 11)], [0, 5, 10])


@contract
def test_refuses():
    """Bounds in the wrong order raise ValueError"""
    with raises(ValueError):
        clipped(1, 3, 2)


@edge
def test_equal_bounds():
    """Equal bounds leave one value"""
    equal(clipped(1, 2, 2), 2)
'''
TOML = """
format = 1
title = "Small"
level = "E"
minutes = 5
topics = ["python"]
roles = ["ml-engineer"]
source = "Checklist"
entry = ["clipped"]
required = ["test_clips", "test_refuses"]
stretch = ["test_equal_bounds"]
"""
AT_BOUND = "clipped: return low if x < low else x → return low if x <= low else x"
WITHOUT_END = "clipped: while x > high: → while x >= high:"


def entry(mutant: str, *, file: str = "reference.py", reason: str = "no difference") -> str:
    """A table of drill.toml."""
    return f"[[equivalent]]\nfile = {json.dumps(file)}\nmutant = {json.dumps(mutant, ensure_ascii=False)}\nreason = {json.dumps(reason)}\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A drill's folder, without anything listed."""
    made = make_drill(tmp_path / "pack", stub=REFERENCE.replace("low if x < low else x", "None"), tests=TESTS).folder
    (made / "accepted").mkdir()
    (made / "accepted/sorts.py").write_text(ACCEPTED, encoding="utf-8")
    (made / "reference.py").write_text(REFERENCE, encoding="utf-8")
    (made / "prompt.md").write_text("# Small\n", encoding="utf-8")
    (made / "drill.toml").write_text(TOML, encoding="utf-8")
    return made


def drill_in(home: Path, *entries: str) -> Drill:
    """The drill of a folder, with these entries in its drill.toml."""
    (home / "drill.toml").write_text("\n".join([TOML, *entries]), encoding="utf-8")
    drill, problems = parse(home)
    assert drill is not None, problems
    return drill


def proof(drill: Drill) -> MutationProof:
    """What became of the drill's mutants; every one was heard of."""
    heard: list[tuple[int, int]] = []
    finished: list[MutationProof] = []
    found = survivors([drill], jobs=2, progress=lambda _, done, total: heard.append((done, total)), finished=finished.append)
    assert found == finished
    assert heard == [(n, found[0].mutants) for n in range(1, found[0].mutants + 1)]
    return found[0]


def test_survivors_are_listed_with_their_diff(home: Path) -> None:
    """What no test kills is named by file, line and operator; a loop without end is killed, and so is what only a stretch test sees."""
    found = proof(drill_in(home))
    assert not found.ok
    assert found.problems == ()
    assert {survivor.key for survivor in found.survivors} == {AT_BOUND}, found.survivors
    (survivor,) = found.survivors
    assert (survivor.file, survivor.line, survivor.operator) == ("reference.py", 8, "comparison")
    assert survivor.diff == ("- return low if x < low else x", "+ return low if x <= low else x")
    assert found.killed == found.mutants - 1


@pytest.mark.parametrize("file", ["reference.py", "*"])
def test_a_listed_survivor_is_equivalent(home: Path, file: str) -> None:
    """A drill whose survivors are all listed, by file or for all files, is in order."""
    found = proof(drill_in(home, entry(AT_BOUND, file=file)))
    assert (found.ok, found.problems, found.survivors) == (True, (), ())
    assert (found.equivalent, found.killed) == (1, found.mutants - 1)


def test_what_the_stub_gives_is_left_alone(home: Path) -> None:
    """A function that stands in the stub as it is has no mutants; once it is changed it has."""
    before = proof(drill_in(home)).mutants
    for name in ("stub.py", "reference.py"):
        (home / name).write_text((home / name).read_text("utf-8") + "\n\ndef given(x):\n    return x + 1\n", encoding="utf-8")
    assert proof(drill_in(home)).mutants == before
    (home / "reference.py").write_text(REFERENCE + "\n\ndef given(x):\n    return x + 2\n", encoding="utf-8")
    assert proof(drill_in(home)).mutants > before


STALE = {
    "no such mutant": (AT_BOUND.replace("low if", "high if"), "reference.py", "which is no mutant of it"),
    "of another file": (AT_BOUND, "accepted/sorts.py", "which is no mutant of it"),
    "of no file": (AT_BOUND, "accepted/none.py", "which is no mutant of it"),
    "killed": ("clipped: if low > high: → pass", "reference.py", "which the hidden tests kill"),
    "killed in all files": ("clipped: if low > high: → pass", "*", "which the hidden tests kill"),
    "killed for running on": (WITHOUT_END, "reference.py", "which the hidden tests kill"),
}


@pytest.mark.parametrize(("mutant", "file", "fate"), STALE.values(), ids=STALE.keys())
def test_a_stale_entry_is_a_problem(home: Path, mutant: str, file: str, fate: str) -> None:
    """What drill.toml lists must be a mutant, and survive."""
    found = proof(drill_in(home, entry(AT_BOUND), entry(mutant, file=file)))
    assert found.problems == (f"drill.toml lists as equivalent in {file}, {fate}: {mutant}",)
    assert not found.ok


def test_a_solution_that_does_not_pass_has_no_mutants(home: Path) -> None:
    """It is named instead, and what is listed for it is left in peace."""
    (home / "accepted/sorts.py").write_text(ACCEPTED.replace("[1]", "[0]"), encoding="utf-8")
    found = proof(drill_in(home, entry(AT_BOUND), entry("clipped: a → b", file="accepted/sorts.py")))
    assert found.problems == ("accepted/sorts.py does not pass, so its mutants say nothing: see drill verify small",)
    assert found.equivalent == 1


def test_a_missing_reference_is_a_problem(home: Path) -> None:
    """It is named, and nothing is judged."""
    drill = drill_in(home)
    (home / "reference.py").unlink()
    found = proof_of_nothing(drill)
    assert [problem.endswith("reference.py cannot be read: no such file or directory") for problem in found.problems] == [True]


def proof_of_nothing(drill: Drill) -> MutationProof:
    """The proof of a drill of which nothing can be judged."""
    (found,) = survivors([drill], jobs=1, progress=lambda *_: pytest.fail("something was judged"), finished=lambda _: None)
    assert (found.ok, found.mutants) == (False, 0)
    return found


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """`drill verify --mutate` for the drill's pack."""
    monkeypatch.setenv("DRILL_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("COLUMNS", raising=False)
    return ["verify", "--mutate", "--path", str(tmp_path / "pack")]


def test_the_command_shows_survivors_ready_to_be_listed(home: Path, command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """The diff, an entry that can be pasted into drill.toml, the sums; exit 1, and 0 once the entry is there."""
    drill_in(home)
    assert main(command) == 1
    head, _, rest = capfd.readouterr().out.partition("\n")
    table = f'[[equivalent]]\nfile = "reference.py"\nmutant = \'{AT_BOUND}\'\nreason = ""\n'
    assert head.startswith("✗ not all killed · small · ")
    assert f"reference.py:8 · comparison\n- return low if x < low else x\n+ return low if x <= low else x\n{table}" in rest
    assert "✗ 1 of 1 drill with survivors or problems: small\n" in rest
    drill_in(home, table.replace('reason = ""', 'reason = "equal values are the same"'))
    assert main(command) == 0
    assert "\n100.0 % of mutants that are not equivalent killed · " in capfd.readouterr().out


def test_the_command_gives_data(home: Path, command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Counts, survivors with key and diff, and broken drills among the rest."""
    drill_in(home)
    broken = home.parent / "broken"
    broken.mkdir()
    (broken / "drill.toml").write_text("format = 7\n", encoding="utf-8")
    assert main([*command, "--json"]) == 1
    bad, found = json.loads(capfd.readouterr().out)
    assert (bad["drill"], bad["ok"], bad["mutants"]) == ("broken", False, 0)
    assert set(found) == {"drill", "ok", "mutants", "killed", "equivalent", "problems", "survivors", "seconds"}
    assert found["survivors"] == [
        {
            "file": "reference.py",
            "line": 8,
            "operator": "comparison",
            "key": AT_BOUND,
            "diff": "- return low if x < low else x\n+ return low if x <= low else x",
        }
    ]


def test_an_entry_may_hold_any_quotes() -> None:
    """What is shown to be pasted says the key again, whatever signs it is made of."""
    for key in ("f: a → b", "f: x = 'a' → y", """f: x = "it's" → \\n"""):
        shown = Survivor(file="reference.py", line=1, operator="string", key=key, before="", after="")
        assert tomllib.loads(toml_entry(shown)) == {"equivalent": [{"file": "reference.py", "mutant": key, "reason": ""}]}


def test_only_all_is_a_hundred_percent() -> None:
    """Shares are rounded down."""
    assert [percent(1999, 2000), percent(7, 7), percent(0, 0), percent(1, 3)] == ["99.9", "100.0", "100.0", "33.3"]
