"""What hidden tests are written with; `drills/README.md` shows an example of each."""

from __future__ import annotations

from drillkit.judge.compare import close, equal
from drillkit.judge.freedom import same_items, up_to_names, up_to_sign
from drillkit.judge.marks import contract, correctness, each, edge, memory, numerics, part, stretch, vectorised
from drillkit.judge.measuring import flat_growth, no_warnings, peak_memory, raises, steps
from drillkit.judge.mismatch import Mismatch
from drillkit.judge.racing import speed
from drillkit.judge.results import array, check, mapping, number, truth, unpack

__all__ = [
    "Mismatch",
    "array",
    "check",
    "close",
    "contract",
    "correctness",
    "each",
    "edge",
    "equal",
    "flat_growth",
    "mapping",
    "memory",
    "no_warnings",
    "number",
    "numerics",
    "part",
    "peak_memory",
    "raises",
    "same_items",
    "speed",
    "steps",
    "stretch",
    "truth",
    "unpack",
    "up_to_names",
    "up_to_sign",
    "vectorised",
]
