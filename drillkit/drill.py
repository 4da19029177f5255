"""Frozen records of what the catalogue holds: drills, their parts and limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Level(StrEnum):
    """How hard a drill is, as interviewers sort their questions."""

    EASY = "E"
    MEDIUM = "M"
    HARD = "H"


class Group(StrEnum):
    """What kind of promise a hidden test checks; the scorecard counts by it."""

    CORRECTNESS = "correctness"
    EDGE = "edge"
    NUMERICS = "numerics"
    CONTRACT = "contract"
    VECTORISED = "vectorised"
    MEMORY = "memory"
    SPEED = "speed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A drill's own sub-task, judged and shown apart; `number` counts from 1."""

    number: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one hidden test may use: `seconds` of the learner's code, `memory_mb` MiB of address space beyond the interpreter's."""

    seconds: float = 5.0
    memory_mb: int = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """One coding problem.  `required` and `stretch` name the functions of its hidden test file."""

    slug: str
    track: str
    title: str
    level: Level
    minutes: int
    topics: tuple[str, ...]
    roles: tuple[str, ...]
    source: str
    entry: tuple[str, ...]
    required: tuple[str, ...]
    stretch: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    limits: Limits = field(default_factory=Limits)
    follow_ups: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    may_change_arguments: bool = False
    folder: Path

    @property
    def module(self) -> str:
        """File stem of the learner's solution: `top-k` is solved in `top_k.py`."""
        return self.slug.replace("-", "_")

    @property
    def is_debugging(self) -> bool:
        """A debugging drill's stub is a program that runs, so it is judged even when untouched."""
        return self.track == "debugging"
