"""The same values as JSON-ready data, under the key names that scripts rely on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from drillkit.attempt import AttemptState
from drillkit.proof import MutationProof, Proof
from drillkit.results import DrillState, Entry
from drillkit.verdict import Verdict


def moment(at: float | None) -> str | None:
    """A moment as ISO 8601 in UTC, to the millisecond."""
    return None if at is None else datetime.fromtimestamp(at, tz=UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _seconds(span: float | None) -> float | None:
    return None if span is None else round(span, 3)


def drills(states: Sequence[DrillState], due: Collection[str] = ()) -> list[dict[str, Any]]:
    """`drill list --json`; `due` are slugs that are due for review."""
    return [
        {
            "slug": state.drill.slug,
            "track": state.drill.track,
            "title": state.drill.title,
            "level": str(state.drill.level),
            "minutes": state.drill.minutes,
            "topics": list(state.drill.topics),
            "roles": list(state.drill.roles),
            "status": str(state.status),
            "passed": state.passed,
            "best_seconds": _seconds(state.best_seconds),
            "is_due": state.drill.slug in due,
        }
        for state in states
    ]


def attempt(state: AttemptState) -> dict[str, Any]:
    """An attempt, as `check` and `history` give it."""
    return {
        "id": state.id,
        "status": str(state.status),
        "running": state.running,
        "passed": state.passed,
        "started_at": moment(state.started_at),
        "ended_at": moment(state.ended_at),
        "deadline": moment(state.deadline),
        "seconds_used": _seconds(state.seconds_used),
        "seconds_left": _seconds(state.seconds_left),
        "over_by": _seconds(state.over_by),
        "checks": state.checks,
        "hints": state.hints,
        "revealed": state.revealed,
        "best_seconds": _seconds(state.best_seconds),
        "last_best_seconds": _seconds(state.last_best_seconds),
    }


def check(verdict: Verdict, state: AttemptState | None) -> dict[str, Any]:
    """`drill check --json`; `state` is the attempt that the check counts for."""
    return {**verdict.as_dict(), "attempt": None if state is None else attempt(state)}


def status(states: Sequence[AttemptState]) -> list[dict[str, Any]]:
    """`drill status --json`."""
    return [
        {
            "drill": state.drill,
            "path": str(state.path),
            "started_at": moment(state.started_at),
            "deadline": moment(state.deadline),
            "seconds_used": _seconds(state.seconds_used),
            "seconds_left": _seconds(state.seconds_left),
            "over_by": _seconds(state.over_by),
            "checks": state.checks,
            "hints": state.hints,
            "verdict": None if state.verdict is None else str(state.verdict),
        }
        for state in states
    ]


def history(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """`drill history --json`."""
    return [
        {
            "drill": entry.drill,
            "at": moment(entry.at),
            "attempt": None if entry.attempt is None else attempt(entry.attempt),
            "checks": [
                {
                    "id": check.id,
                    "at": moment(check.at),
                    "verdict": str(check.verdict),
                    "passed": check.passed,
                    "required": check.required,
                    "seconds": check.seconds,
                }
                for check in entry.checks
            ],
        }
        for entry in entries
    ]


def topics(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """`drill list --topics --json`."""
    return [{"topic": name, "drills": count} for name, count in counts.items()]


def proofs(found: Sequence[Proof]) -> list[dict[str, Any]]:
    """`drill verify --json`."""
    return [
        {
            "drill": proof.drill,
            "ok": proof.ok,
            "problems": list(proof.problems),
            "rejected": {name: list(failing) for name, failing in proof.rejected.items()},
            "accepted": proof.accepted,
            "tests": list(proof.tests),
            "idle": list(proof.idle),
            "seconds": _seconds(proof.seconds),
        }
        for proof in found
    ]


def mutation_proofs(found: Sequence[MutationProof]) -> list[dict[str, Any]]:
    """`drill verify --mutate --json`."""
    return [
        {
            "drill": proof.drill,
            "ok": proof.ok,
            "mutants": proof.mutants,
            "killed": proof.killed,
            "equivalent": proof.equivalent,
            "problems": list(proof.problems),
            "survivors": [
                {
                    "file": survivor.file,
                    "line": survivor.line,
                    "operator": survivor.operator,
                    "key": survivor.key,
                    "diff": "\n".join(survivor.diff),
                }
                for survivor in proof.survivors
            ],
            "seconds": _seconds(proof.seconds),
        }
        for proof in found
    ]
