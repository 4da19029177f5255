"""The learner's file, as every player of a check gets it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """The learner's file as it was read once: what every player of a check loads."""

    source: bytes
    filename: str
    records: dict[str, type]
    may_change_arguments: bool = False
    folder: Path | None = None

    @property
    def record_fields(self) -> dict[str, list[str]]:
        """Field names of the stub's dataclasses."""
        return {name: list(kind.__dataclass_fields__) for name, kind in self.records.items()}  # type: ignore[attr-defined]
