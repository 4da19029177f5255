"""Verdicts, attempts and drills made by hand for the views, and a console that shows them as text."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console, RenderableType

from drillkit.attempt import AttemptState, Status
from drillkit.drill import Drill, Level
from drillkit.results import DrillState
from drillkit.verdict import CaseResult, Measure, Outcome, Verdict, VerdictKind
from drillkit.views.scorecard import Card

HOSTILE = "[bold red]\x1b[2J\x1b]0;title\x07[/] \x00\x08 \u202e日本語 `x` " + "wide" * 60


def shown(renderables: Iterable[RenderableType], *, width: int = 80, colour: bool = False) -> str:
    """What a console of that width would show."""
    file = StringIO()
    system: Any = "standard" if colour else None
    console = Console(file=file, width=width, highlight=False, markup=False, emoji=False, force_terminal=colour, color_system=system)
    for renderable in renderables:
        console.print(renderable)
    return file.getvalue()


def make_drill(slug: str = "top-k", **fields: Any) -> Drill:
    """A drill that no folder holds."""
    known: dict[str, Any] = {
        "slug": slug,
        "track": "retrieval",
        "title": "Top-k documents by cosine similarity",
        "level": Level.MEDIUM,
        "minutes": 15,
        "topics": ("similarity",),
        "roles": ("ml-engineer",),
        "source": "a test",
        "entry": ("top_k_similarity",),
        "required": ("test_a",),
        "folder": Path("/nowhere"),
    }
    return Drill(**{**known, **fields})


def make_case(name: str, outcome: Outcome = Outcome.PASSED, **fields: Any) -> CaseResult:
    """A case of a required correctness test."""
    known: dict[str, Any] = {"title": f"What {name} promises", "group": "correctness", "part": None, "required": True}
    return CaseResult(id=f"test_{name}", outcome=outcome, **{**known, **fields})


def make_verdict(*cases: CaseResult, **fields: Any) -> Verdict:
    """A verdict whose counts and kind follow from its cases."""
    required = [case for case in cases if case.required]
    passed = sum(case.outcome is Outcome.PASSED for case in required)
    kind = VerdictKind.PASSED if passed == len(required) else VerdictKind.FAILED
    known: dict[str, Any] = {"drill": "top-k", "kind": kind, "passed": passed, "required": len(required), "seconds": 0.31}
    return Verdict(cases=cases, **{"sandbox": "full", **known, **fields})


def make_attempt(**fields: Any) -> AttemptState:
    """An attempt that runs since 7:12 of 15:00."""
    known: dict[str, Any] = {
        "id": 1,
        "drill": "top-k",
        "path": Path("/home/learner/solutions/top_k.py"),
        "status": Status.STARTED,
        "running": True,
        "passed": False,
        "abandoned": False,
        "started_at": 1_800_000_000.0,
        "ended_at": None,
        "deadline": 1_800_000_900.0,
        "seconds_used": 432.0,
        "seconds_left": 468.0,
        "over_by": 0.0,
        "checks": 3,
        "hints": 1,
        "revealed": False,
        "verdict": VerdictKind.FAILED,
        "best_seconds": None,
        "last_best_seconds": None,
        "last_seconds": None,
    }
    return AttemptState(**{**known, **fields})


def make_card(verdict: Verdict, **fields: Any) -> Card:
    """A card of a check that counts for an attempt."""
    known: dict[str, Any] = {"drill": make_drill(), "path": "solutions/top_k.py", "attempt": make_attempt(), "counted": True}
    return Card(verdict=verdict, **{**known, **fields})


def make_state(slug: str, status: Status = Status.NEW, **fields: Any) -> DrillState:
    """A row of the list."""
    known: dict[str, Any] = {"passed": status is Status.PASSED, "running": status is Status.STARTED, "seconds": None, "best_seconds": None}
    drill = make_drill(slug, **{key: fields.pop(key) for key in ("track", "title") if key in fields})
    return DrillState(drill=drill, status=status, **{**known, **fields})


GROWTH = Measure(
    kind="growth", what="documents", value=4.0, limit=0.5, text="4 steps per added document (812 steps at 200 documents, 4,812 at 1,200)"
)
PEAK = Measure(kind="memory", what="1.5 times", value=1e6, limit=2e6, text="1 MB at the peak, limit 2 MB")

ZERO = make_case(
    "zero",
    Outcome.FAILED,
    group="edge",
    title="A zero document scores 0, not NaN",
    message="NaN at [1] in scores",
    call="top_k_similarity(array([1.0, 0.0]), array([[3.0, 4.0], [0.0, 0.0], [1.0, 1.0]]), k=3)",
    returned="(array([2, 0, 1]), array([0.7071067812, 0.6, nan]))",
    expected="[0.7071067812, 0.6, 0.0]",
    printed="norms [5. 0. 1.4]",
)
CRASH = make_case(
    "all",
    Outcome.ERROR,
    group="edge",
    title="k = n gives all n documents, sorted",
    message="ValueError: kth(=3) out of bounds (3)",
    call="top_k_similarity(array([1.0, 0.0]), array of shape (500, 64) [[0.1, 0.2, …], …], k=500)",
    traceback=("solutions/top_k.py:14 in top_k_similarity: order = np.argpartition(-scores, k)[:k]",),
)
LOOP = make_case("loop", Outcome.FAILED, group="vectorised", message="the work grows with the documents", measures=(GROWTH,))
SLOW = make_case("slow", Outcome.TIMEOUT, group="speed", message="still running after 5 s")
SKIPPED = make_case("late", Outcome.NOT_RUN, group="memory", message="not run after 2 time-outs")
LEAN = make_case("peak", group="memory", measures=(PEAK,))
FAIL = make_verdict(make_case("one"), make_case("two"), ZERO, CRASH, LOOP, SLOW, SKIPPED, LEAN)
PASS = make_verdict(make_case("one"), make_case("two", group="edge"), LEAN)
