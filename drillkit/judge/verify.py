"""Proof of a drill: what must pass passes, what must fail fails by the test it names, and the folder is whole."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path

from drillkit.drill import Drill
from drillkit.judge.client import Judge
from drillkit.judge.junk import junk
from drillkit.judge.pool import Pool
from drillkit.proof import Proof
from drillkit.verdict import Outcome, Verdict, VerdictKind

_FILES = ("drill.toml", "prompt.md", "stub.py", "reference.py", "test_hidden.py", "hints.md", "walkthrough.md")
_OPTIONAL = ("symptom.py",)
_NEEDED_TO_RUN = ("prompt.md", "stub.py", "reference.py", "test_hidden.py")
_ORDERS: tuple[int | None, ...] = (None, 20_260_101)
_MIN_REJECTED, _MIN_ACCEPTED, _HINTS = 6, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """One solution to be judged: `kind` is reference, accepted, rejected, stub or junk."""

    kind: str
    name: str
    source: bytes
    order: int | None = None
    stretch: bool = False


@dataclass(slots=True, kw_only=True)
class _Findings:
    problems: list[str] = field(default_factory=list)
    rejected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    accepted: dict[str, bool] = field(default_factory=dict)
    tests: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)


Begun = list[tuple[_Run | None, "Future[_Judged]"]]


@dataclass(frozen=True, slots=True)
class _Judged:
    """What one run came to, or the problems of the prompt's example, and how long it took."""

    result: Verdict | list[str]
    seconds: float


def verify(drills: Sequence[Drill], *, jobs: int, progress: Callable[[Drill, Proof], None], matrix: bool = False) -> list[Proof]:
    """A proof of each drill, in the order given; `progress` hears of each as it is finished.

    A rejected solution meets the test that it names, and the others only when that one lets it pass; with `matrix` all of them.
    """
    proofs = []
    with Pool(jobs) as pool:
        begun = [(drill, _begin(drill, pool, matrix)) for drill in drills]
        for drill, futures in begun:
            proofs.append(_conclude(drill, futures, matrix))
            progress(drill, proofs[-1])
    return proofs


def _begin(drill: Drill, pool: Pool, matrix: bool) -> Begun:
    """Hand every judging of the drill to the pool; the entry without a run is the prompt's example."""
    if any(not (drill.folder / name).is_file() for name in _NEEDED_TO_RUN):
        return []

    def submit(run: _Run) -> Future[_Judged]:
        return pool.submit(lambda judge: _timed(lambda: _judge(drill, run, judge, matrix)))

    futures: Begun = [(run, submit(run)) for run in _runs(drill)]
    return [*futures, (None, pool.submit(lambda judge: _timed(lambda: judge.example(drill))))]


def _timed(work: Callable[[], Verdict | list[str]]) -> _Judged:
    began = time.monotonic()
    return _Judged(work(), time.monotonic() - began)


def _judge(drill: Drill, run: _Run, judge: Judge, matrix: bool) -> Verdict:
    """The verdict on one solution by as many tests as it takes to know what is asked of it."""
    named = _named_test(run.source) if run.kind == "rejected" and not matrix else ""
    if named in drill.required:
        verdict = judge.check(drill, run.source, filename=run.name, only=named)
        if any(case.outcome is not Outcome.PASSED for case in verdict.cases) or not verdict.cases:
            return verdict
    fast = run.kind in ("junk", "stub")
    return judge.check(drill, run.source, filename=run.name, order=run.order, fail_fast=fast, required_only=not run.stretch)


def _runs(drill: Drill) -> Iterator[_Run]:
    folder = drill.folder
    reference = (folder / "reference.py").read_bytes()
    for order in _ORDERS:
        yield _Run(kind="reference", name="reference.py", source=reference, order=order, stretch=order is None)
        for path in sorted(folder.glob("accepted/*.py")):
            yield _Run(kind="accepted", name=f"accepted/{path.name}", source=path.read_bytes(), order=order)
    for path in sorted(folder.glob("rejected/*.py")):
        yield _Run(kind="rejected", name=f"rejected/{path.name}", source=path.read_bytes())
    yield _Run(kind="stub", name="stub.py", source=(folder / "stub.py").read_bytes())
    for name, source in junk(drill.entry, reference.decode("utf-8")):
        yield _Run(kind="junk", name=name, source=source)


def _conclude(drill: Drill, futures: Begun, matrix: bool) -> Proof:
    found = _Findings(problems=list(_folder_problems(drill)))
    seconds = 0.0
    for run, future in futures:
        judged = future.result()
        result, seconds = judged.result, seconds + judged.seconds
        if isinstance(result, Verdict) and run is not None:
            _weigh(drill, run, result, found)
        elif isinstance(result, list):
            found.problems.extend(result)
    caught = {test.partition("[")[0] for failing in found.rejected.values() for test in failing}
    return Proof(
        drill=drill.slug,
        ok=not found.problems,
        problems=tuple(dict.fromkeys(found.problems)),
        rejected=found.rejected,
        accepted=found.accepted,
        tests=found.tests,
        titles=found.titles,
        named=found.named,
        idle=tuple(name for name in drill.required if name not in caught) if matrix else (),
        matrix=matrix,
        seconds=seconds,
    )


def _weigh(drill: Drill, run: _Run, verdict: Verdict, found: _Findings) -> None:
    """What one verdict says about the drill."""
    if verdict.kind is VerdictKind.INTERNAL:
        found.problems.append(f"{run.name}: {verdict.reason}")
        return
    if run.kind in ("reference", "accepted"):
        _weigh_right(run, verdict, found)
    elif run.kind == "rejected":
        _weigh_wrong(drill, run, verdict, found)
    elif verdict.kind is VerdictKind.PASSED:
        found.problems.append("the stub passes" if run.kind == "stub" else f"junk passes: a solution that {run.name}")


def _weigh_right(run: _Run, verdict: Verdict, found: _Findings) -> None:
    passed = verdict.kind is VerdictKind.PASSED
    if run.kind == "accepted":
        found.accepted[run.name] = found.accepted.get(run.name, True) and passed
    elif run.order is None:
        found.tests = tuple(case.id for case in verdict.cases)
        found.titles = {case.id: case.title for case in verdict.cases}
    if not passed:
        failing = "; ".join(f"{case.id}: {case.message}" for case in verdict.cases if case.required and case.outcome is not Outcome.PASSED)
        order = "" if run.order is None else " in another order of tests"
        found.problems.append(f"{run.name} does not pass{order}: {failing or verdict.reason}")


def _weigh_wrong(drill: Drill, run: _Run, verdict: Verdict, found: _Findings) -> None:
    failing = tuple(case.id for case in verdict.cases if case.required and case.outcome is not Outcome.PASSED)
    found.rejected[run.name] = failing
    named = _named_test(run.source)
    found.named[run.name] = named
    if verdict.kind is VerdictKind.NOT_LOADED:
        found.problems.append(f"{run.name} does not load: {verdict.reason}")
    elif verdict.kind is VerdictKind.PASSED:
        found.problems.append(f"{run.name} passes")
    elif named not in drill.required:
        found.problems.append(f"{run.name}: the docstring's first line must end in `— test_name` with the name of a required test")
    elif named not in {test.partition("[")[0] for test in failing}:
        found.problems.append(f"{run.name} is not caught by {named}, only by {', '.join(failing)}")


def _named_test(source: bytes) -> str:
    doc = ast.get_docstring(ast.parse(source)) or ""
    return doc.partition("\n")[0].rpartition("—")[2].strip().strip("`.")


def _folder_problems(drill: Drill) -> Iterator[str]:
    """What is missing from the folder, and what does not belong there."""
    folder = drill.folder
    for name in _FILES:
        path = folder / name
        if not path.is_file():
            yield f"{name} is missing"
        elif not path.read_text("utf-8").strip():
            yield f"{name} is empty"
    yield from _strays(folder)
    for kind, least in (("rejected", _MIN_REJECTED), ("accepted", _MIN_ACCEPTED)):
        count = len(list(folder.glob(f"{kind}/*.py")))
        if count < least:
            yield f"{kind}/ holds {count} solutions, expected at least {least}"
    hints = folder / "hints.md"
    if hints.is_file():
        sections = [body.partition("\n")[2].strip() for body in ("\n" + hints.read_text("utf-8")).split("\n## ")[1:]]
        if len(sections) != _HINTS or not all(sections):
            yield f"hints.md has {sum(map(bool, sections))} hints, expected {_HINTS} sections, each opened by `## ` and not empty"
    yield from _untitled(folder / "test_hidden.py")


def _strays(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if "__pycache__" in inside.parts or path.is_dir():
            continue
        if str(inside) not in _FILES + _OPTIONAL and not (
            len(inside.parts) == 2 and inside.parts[0] in ("accepted", "rejected") and inside.suffix == ".py"
        ):
            yield f"{inside} does not belong into a drill's folder"


def _untitled(path: Path) -> Iterator[str]:
    if not path.is_file():
        return
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            if not ast.get_docstring(node):
                yield f"{node.name} has no docstring, so no title"
            names = {n.id for d in node.decorator_list for n in ast.walk(d) if isinstance(n, ast.Name)}
            if not names & {"correctness", "edge", "numerics", "contract", "vectorised", "memory", "speed"}:
                yield f"{node.name} carries no group mark"
