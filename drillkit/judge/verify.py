"""Proof of a drill: what must pass passes, what must fail fails by the test it names, and the folder is whole."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

from drillkit.drill import Drill
from drillkit.judge.client import Judge
from drillkit.judge.junk import junk
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


Work = Callable[[Judge], object]
Begun = list[tuple[_Run | None, Future[tuple[object, float]]]]


def verify(drills: Sequence[Drill], *, jobs: int, progress: Callable[[Drill, Proof], None]) -> list[Proof]:
    """A proof of each drill, in the order given; `progress` hears of each as it is finished, from another thread."""
    idle: SimpleQueue[Judge] = SimpleQueue()
    judges = [Judge() for _ in range(max(1, jobs))]
    for judge in judges:
        idle.put(judge)

    def lent(work: Work) -> tuple[object, float]:
        judge = idle.get()
        began = time.monotonic()
        try:
            return work(judge), time.monotonic() - began
        finally:
            idle.put(judge)

    try:
        with ThreadPoolExecutor(len(judges)) as pool:
            begun = [(drill, _begin(drill, pool, lent)) for drill in drills]
            proofs = []
            for drill, futures in begun:
                proof = _conclude(drill, futures)
                proofs.append(proof)
                progress(drill, proof)
            return proofs
    finally:
        for judge in judges:
            judge.close()


def _begin(drill: Drill, pool: ThreadPoolExecutor, lent: Callable[[Work], tuple[object, float]]) -> Begun:
    """Hand every judging of the drill to the pool; the entry without a run is the prompt's example."""
    if any(not (drill.folder / name).is_file() for name in _NEEDED_TO_RUN):
        return []

    def judged(run: _Run) -> Work:
        fast = run.kind in ("junk", "stub")
        return lambda judge: judge.check(
            drill, run.source, filename=f"{run.name}", order=run.order, fail_fast=fast, required_only=not run.stretch
        )

    futures: Begun = [(run, pool.submit(lent, judged(run))) for run in _runs(drill)]
    return [*futures, (None, pool.submit(lent, lambda judge: judge.example(drill)))]


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


def _conclude(drill: Drill, futures: Begun) -> Proof:
    found = _Findings(problems=list(_folder_problems(drill)))
    seconds = 0.0
    for run, future in futures:
        result, took = future.result()
        seconds += took
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
        idle=tuple(name for name in drill.required if name not in caught),
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
