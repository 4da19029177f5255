"""Ordinary idioms of test suites work on the learner's code as if it were imported here.

Each file of `tests/transparency/` is one idiom, in cells: a solution, a test file in the style of public exercise suites, and wrong
twins, each of which is put after the solution and must fail.  A cell `says: …` stands for what cannot work: the solution
fails, with those words.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from drillkit.drill import Drill, Level, Limits
from drillkit.judge.client import Judge
from drillkit.verdict import Verdict, VerdictKind

_FOLDER = Path(__file__).parent / "transparency"
_CELL = re.compile(r"(?m)^# %% (.*)\n")


@dataclass(frozen=True, kw_only=True)
class Idiom:
    """One file of the folder."""

    name: str
    solution: str
    test: str
    stub: str
    wrong: tuple[str, ...]
    says: str
    changes: bool

    @staticmethod
    def read(path: Path) -> Idiom:
        """The cells of `path`."""
        _, *pieces = _CELL.split(path.read_text("utf-8"))
        cells = list(zip(pieces[::2], pieces[1::2], strict=True))
        named = dict(cells)
        return Idiom(
            name=path.stem,
            solution=named["solution"],
            test=named["test"],
            stub=named.get("stub", "raise NotImplementedError\n"),
            wrong=tuple(text for head, text in cells if head == "wrong"),
            says=next((head.removeprefix("says: ") for head in named if head.startswith("says: ")), ""),
            changes="changes its arguments" in named,
        )

    def judged(self, judge: Judge, folder: Path, source: str) -> Verdict:
        """The verdict of the real judge on `source`."""
        (folder / "test_hidden.py").write_text(self.test, "utf-8")
        (folder / "stub.py").write_text(self.stub, "utf-8")
        drill = Drill(
            slug=self.name.replace("_", "-"),
            track="transparency",
            title=self.name,
            level=Level.EASY,
            minutes=5,
            topics=(),
            roles=(),
            source="",
            entry=(),
            required=tuple(_tests(self.test)),
            limits=Limits(seconds=2.0 if self.name == "swallowed_time_out" else 10.0),
            may_change_arguments=self.changes,
            folder=folder,
        )
        return judge.check(drill, source.encode(), filename="solution.py")


IDIOMS = [Idiom.read(path) for path in sorted(_FOLDER.glob("*.py"))]
WORKING = [idiom for idiom in IDIOMS if not idiom.says]
REFUSED = [idiom for idiom in IDIOMS if idiom.says]
TWINS = [pytest.param(idiom, twin, id=f"{idiom.name}-{n}") for idiom in IDIOMS for n, twin in enumerate(idiom.wrong, 1)]


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    """A judge for all of them."""
    with Judge() as made:
        yield made


@pytest.mark.parametrize("idiom", WORKING, ids=lambda idiom: idiom.name)
def test_right_solution_passes(idiom: Idiom, judge: Judge, tmp_path: Path) -> None:
    """A right solution passes whatever idiom the test uses."""
    verdict = idiom.judged(judge, tmp_path, idiom.solution)
    assert verdict.kind is VerdictKind.PASSED, _report(verdict)


@pytest.mark.parametrize(("idiom", "twin"), TWINS)
def test_wrong_twin_fails(idiom: Idiom, twin: str, judge: Judge, tmp_path: Path) -> None:
    """Its wrong twin fails, by its own fault."""
    verdict = idiom.judged(judge, tmp_path, f"{idiom.solution}\n\n{twin}")
    assert verdict.kind is VerdictKind.FAILED, _report(verdict)


@pytest.mark.parametrize("idiom", REFUSED, ids=lambda idiom: idiom.name)
def test_refusal_says_why(idiom: Idiom, judge: Judge, tmp_path: Path) -> None:
    """What cannot work fails with a message that says so."""
    verdict = idiom.judged(judge, tmp_path, idiom.solution)
    assert verdict.kind is not VerdictKind.PASSED, _report(verdict)
    assert idiom.says in _report(verdict)


def test_every_idiom_can_fail() -> None:
    """No idiom is without a wrong twin, or words that say why it cannot work."""
    assert len(IDIOMS) >= 65
    assert [idiom.name for idiom in IDIOMS if not idiom.wrong and not idiom.says] == []


def _tests(text: str) -> Iterator[str]:
    """Names of the test functions, and `Class.method` of the methods."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            yield node.name
        elif isinstance(node, ast.ClassDef):
            methods = [n.name for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
            yield from (f"{node.name}.{name}" for name in methods if name.startswith("test"))


def _report(verdict: Verdict) -> str:
    cases = "\n".join(f"  {case.id}: {case.outcome} {case.message} [{case.call}] {case.traceback}" for case in verdict.cases)
    return f"{verdict.kind}: {verdict.reason} {' '.join(verdict.traceback)}\n{cases}"
