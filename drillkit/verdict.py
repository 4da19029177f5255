"""Frozen records of one check: a verdict made of case results, as data that survives a trip through JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class VerdictKind(StrEnum):
    """What a whole check came to."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_LOADED = "not_loaded"
    INTERNAL = "internal"


class Outcome(StrEnum):
    """What one hidden test came to.  `error` is an exception of the learner's own code."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    NOT_RUN = "not_run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A deterministic figure shown on the scorecard even on a pass.

    `kind` is "growth" (interpreter steps per added unit of `what`), "memory" (bytes of one call) or "speed"
    (CPU time as a multiple of the reference's).  `limit` is the largest value that passes, None where nothing is required.
    `text` says it in words.
    """

    kind: str
    what: str
    value: float
    limit: float | None
    text: str
    detail: dict[str, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One hidden test: texts are ready to show, `traceback` holds lines of the learner's own file only."""

    id: str
    title: str
    group: str
    part: int | None
    required: bool
    outcome: Outcome
    message: str = ""
    call: str = ""
    returned: str = ""
    expected: str = ""
    traceback: tuple[str, ...] = ()
    printed: str = ""
    measures: tuple[Measure, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One check.  `passed` and `required` count required cases; `reason` says why nothing was judged."""

    drill: str
    kind: VerdictKind
    passed: int
    required: int
    seconds: float
    reason: str = ""
    hint: str = ""
    traceback: tuple[str, ...] = ()
    printed: str = ""
    cases: tuple[CaseResult, ...] = ()
    sandbox: str = ""
    sandbox_reason: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The verdict as JSON data, under the key names scripts rely on (`verdict` is the kind)."""
        data = asdict(self)
        data["verdict"] = data.pop("kind")
        return data

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Verdict:
        """The inverse of `as_dict`; unknown keys are an error."""
        fields = dict(data)
        fields["kind"] = VerdictKind(fields.pop("verdict"))
        fields["traceback"] = tuple(fields.get("traceback", ()))
        fields["cases"] = tuple(_case(case) for case in fields.get("cases", ()))
        return cls(**fields)


def _case(data: dict[str, Any]) -> CaseResult:
    fields = dict(data)
    fields["outcome"] = Outcome(fields["outcome"])
    fields["traceback"] = tuple(fields.get("traceback", ()))
    fields["measures"] = tuple(Measure(**measure) for measure in fields.get("measures", ()))
    return CaseResult(**fields)
