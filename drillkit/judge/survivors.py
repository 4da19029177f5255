"""Mutants of right solutions that the hidden tests let pass: each shows a test that is missing, or changes nothing that counts."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from drillkit.drill import Drill, Group
from drillkit.drill_folder import Equivalent, read_equivalents, read_text
from drillkit.errors import DrillError
from drillkit.judge.client import Judge
from drillkit.judge.mutants import Mutant, mutants
from drillkit.judge.pool import Pool
from drillkit.proof import MutationProof, Survivor
from drillkit.verdict import Outcome, Verdict, VerdictKind

_LEAST_SECONDS, _SLACK = 1.0, 4.0
Progress = Callable[[Drill, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """One mutant of one of the drill's files, judged under limits that make an endless loop cheap."""

    file: str
    mutant: Mutant
    lowered: Drill
    stretch: tuple[str, ...]
    entry: Equivalent | None

    def run(self, drill: Drill, judge: Judge) -> Verdict:
        """The verdict; one listed as equivalent is not called killed for being slower than the lowered limits allow."""
        verdict = self._verdict(self.lowered, judge)
        if self.entry is not None and any(case.outcome is Outcome.TIMEOUT for case in verdict.cases):
            verdict = self._verdict(drill, judge)
        return verdict

    def _verdict(self, drill: Drill, judge: Judge) -> Verdict:
        """That of the required tests, or of the first stretch test that fails what they let pass."""
        source = self.mutant.source.encode()
        verdict = judge.check(drill, source, filename=self.file, required_only=True, fail_fast=True)
        if verdict.kind is VerdictKind.PASSED:
            for name in self.stretch:
                tried = judge.check(drill, source, filename=self.file, only=name)
                if any(case.outcome is not Outcome.PASSED for case in tried.cases) or tried.kind is VerdictKind.INTERNAL:
                    return tried
        return verdict


def survivors(drills: Sequence[Drill], *, jobs: int, progress: Progress, finished: Callable[[MutationProof], None]) -> list[MutationProof]:
    """How many mutants of each drill's reference and accepted solutions its hidden tests kill, and which they do not.

    `progress` hears of each mutant judged, with how many there are in the drill; `finished` of each drill.
    """
    proofs = []
    with Pool(jobs) as pool:
        for drill in drills:
            proofs.append(_proof(drill, pool, progress))
            finished(proofs[-1])
    return proofs


def _proof(drill: Drill, pool: Pool, progress: Progress) -> MutationProof:
    began = time.monotonic()
    try:
        equivalents, sources = read_equivalents(drill), _sources(drill)
    except DrillError as error:
        return MutationProof(drill=drill.slug, ok=False, problems=(error.message,))
    plain = {name: pool.submit(partial(_plain, drill, name, text)) for name, text in sources.items()}
    trials: list[_Trial] = []
    problems: list[str] = []
    for name, future in plain.items():
        verdict = future.result()
        if verdict.kind is VerdictKind.PASSED:
            trials += _trials(drill, name, sources.pop(name), verdict, equivalents)
        else:
            problems.append(f"{name} does not pass, so its mutants say nothing: see drill verify {drill.slug}")
    futures = [pool.submit(partial(trial.run, drill)) for trial in trials]
    alive, killed = [], 0
    for done, (trial, future) in enumerate(zip(trials, futures, strict=True), start=1):
        verdict = future.result()
        if verdict.kind is VerdictKind.INTERNAL:
            problems.append(f"{trial.file}, {trial.mutant.key}: {verdict.reason}")
        elif verdict.kind is VerdictKind.PASSED:
            alive.append(trial)
        else:
            killed += 1
        progress(drill, done, len(trials))
    problems += _stale(equivalents, trials, alive, unjudged=frozenset(sources))
    unlisted = tuple(_survivor(trial) for trial in alive if trial.entry is None)
    return MutationProof(
        drill=drill.slug,
        ok=not problems and not unlisted,
        mutants=len(trials),
        killed=killed,
        equivalent=len(alive) - len(unlisted),
        problems=tuple(problems),
        survivors=unlisted,
        seconds=time.monotonic() - began,
    )


def _sources(drill: Drill) -> dict[str, str]:
    names = ["reference.py", *(f"accepted/{path.name}" for path in sorted(drill.folder.glob("accepted/*.py")))]
    return {name: read_text(drill, name) for name in names}


def _plain(drill: Drill, name: str, source: str, judge: Judge) -> Verdict:
    return judge.check(drill, source.encode(), filename=name)


def _lowered(drill: Drill, verdict: Verdict) -> Drill:
    """The drill with a few times the seconds that the solution itself needs for its slowest test."""
    slowest = max((case.seconds for case in verdict.cases), default=0.0)
    return replace(drill, limits=replace(drill.limits, seconds=min(drill.limits.seconds, max(_LEAST_SECONDS, _SLACK * slowest))))


def _trials(drill: Drill, name: str, source: str, verdict: Verdict, equivalents: Sequence[Equivalent]) -> Iterator[_Trial]:
    lowered, stretch = _lowered(drill, verdict), tuple(_passed_stretch(drill, verdict))
    given = set(_given_lines(source, read_text(drill, "stub.py")))
    for mutant in mutants(source):
        if mutant.line in given:
            continue
        entry = next((entry for entry in equivalents if _covers(entry, name, mutant)), None)
        yield _Trial(file=name, mutant=mutant, lowered=lowered, stretch=stretch, entry=entry)


def _given_lines(source: str, stub: str) -> Iterator[int]:
    """The lines of functions that stand in the stub as they are: given to the learner, and not what the tests are about."""
    theirs = {ast.dump(node) for node in ast.parse(stub).body if isinstance(node, ast.FunctionDef)}
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and ast.dump(node) in theirs:
            yield from range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _passed_stretch(drill: Drill, verdict: Verdict) -> Iterator[str]:
    """The stretch tests that the solution itself passes, and would again: speed is left out."""
    for name in drill.stretch:
        cases = [case for case in verdict.cases if case.id.partition("[")[0] == name]
        if all(case.outcome is Outcome.PASSED and case.group != Group.SPEED for case in cases):
            yield name


def _covers(entry: Equivalent, name: str, mutant: Mutant) -> bool:
    return entry.file in (name, "*") and entry.mutant == mutant.key


def _stale(
    equivalents: Sequence[Equivalent], trials: Sequence[_Trial], alive: Sequence[_Trial], *, unjudged: frozenset[str]
) -> Iterator[str]:
    """Entries of drill.toml that name no mutant, or one that is killed."""
    for entry in equivalents:
        if entry.file in unjudged or (unjudged and entry.file == "*"):
            continue
        if any(_covers(entry, trial.file, trial.mutant) for trial in alive):
            continue
        is_known = any(_covers(entry, trial.file, trial.mutant) for trial in trials)
        fate = "which the hidden tests kill" if is_known else "which is no mutant of it"
        yield f"drill.toml lists as equivalent in {entry.file}, {fate}: {entry.mutant}"


def _survivor(trial: _Trial) -> Survivor:
    mutant = trial.mutant
    return Survivor(file=trial.file, line=mutant.line, operator=mutant.operator, key=mutant.key, before=mutant.before, after=mutant.after)
