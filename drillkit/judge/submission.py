"""The learner's file, as every player of a check gets it."""

from __future__ import annotations

import functools
import marshal
import warnings
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Submission:
    """The learner's file as it was read once: what every player of a check loads."""

    source: bytes
    filename: str
    records: dict[str, type]
    may_change_arguments: bool = False
    folder: Path | None = None

    @functools.cached_property
    def program(self) -> bytes:
        """The file compiled, once for all players; whatever `compile` raises."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return marshal.dumps(compile(self.source, self.filename, "exec", dont_inherit=True))

    @property
    def record_fields(self) -> dict[str, list[str]]:
        """Field names of the stub's dataclasses."""
        return {name: list(kind.__dataclass_fields__) for name, kind in self.records.items()}  # type: ignore[attr-defined]
