"""A small drill made in a temporary folder, and a judge for it: what tests of the judge share."""

from __future__ import annotations

from pathlib import Path

from drillkit.drill import Drill, Level, Limits

STUB = '''
def double(x):
    """Twice x."""
    raise NotImplementedError


def describe(items):
    """What items are."""
    raise NotImplementedError
'''

RIGHT = """
import numpy as np


def double(x):
    return np.asarray(x) * 2.0


def describe(items):
    return {"count": len(items), "kinds": sorted({type(item).__name__ for item in items})}
"""

TESTS = '''
import numpy as np
from solution import describe, double

from drillkit.testing import close, contract, correctness, edge, equal, flat_growth, memory, peak_memory, vectorised


@correctness
def test_doubles():
    """Every entry is doubled"""
    close(double(np.array([1.0, 2.5])), [2.0, 5.0])


@edge
def test_empty():
    """An empty array stays empty"""
    close(double(np.zeros(0)), np.zeros(0))


@contract
def test_describes():
    """Items are counted and their kinds named"""
    equal(describe([1, "a"]), {"count": 2, "kinds": ["int", "str"]})


@vectorised
def test_no_loop():
    """The work does not grow with the entries"""
    flat_growth(lambda n: double(np.arange(float(n))), sizes=(100, 1100), what="entries")


@memory
def test_memory():
    """At most three arrays at once"""
    x = np.ones(100_000)
    peak_memory(lambda: double(x), limit=3 * x.nbytes, what="3 times x")
'''

REQUIRED = ("test_doubles", "test_empty", "test_describes", "test_no_loop", "test_memory")


def make_drill(
    folder: Path,
    *,
    stub: str = STUB,
    tests: str = TESTS,
    required: tuple[str, ...] = REQUIRED,
    stretch: tuple[str, ...] = (),
    entry: tuple[str, ...] = ("double", "describe"),
    seconds: float = 2.0,
    memory_mb: int = 512,
    track: str = "python",
) -> Drill:
    """A drill on disk below `folder`, as the judge wants it."""
    home = folder / track / "small"
    home.mkdir(parents=True, exist_ok=True)
    (home / "stub.py").write_text(stub)
    (home / "test_hidden.py").write_text(tests)
    return Drill(
        slug="small",
        track=track,
        title="Small",
        level=Level.EASY,
        minutes=5,
        topics=("python",),
        roles=("ml-engineer",),
        source="Checklist",
        entry=entry,
        required=required,
        stretch=stretch,
        limits=Limits(seconds=seconds, memory_mb=memory_mb),
        folder=home,
    )
