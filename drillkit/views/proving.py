"""The proof of a drill: a matrix of rejected solutions by the tests that caught them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rich.text import Text

from drillkit.proof import Proof
from drillkit.views.layout import BAD, DIM, GOOD, WARN, downwards, hanging, line
from drillkit.views.texts import counted, one_line, took

if TYPE_CHECKING:
    from rich.console import RenderableType

_CAUGHT, _PASSED, _NAMED, _MISSED = "●", "·", "◆", "◇"
_BLOCK = 5


def proving(proof: Proof, *, width: int) -> Iterator[RenderableType]:
    """One drill: whether it is proven, what is wrong, the matrix, and the tests that catch nothing."""
    yield hanging("", _headline(proof))
    for problem in proof.problems:
        yield hanging("  ! ", one_line(problem), style=WARN)
    if proof.matrix and proof.rejected and proof.tests:
        yield Text()
        yield from _matrix(proof, width)
        yield Text()
        yield from _legend(proof, width)
    if proof.idle:
        tests = _functions(proof)
        names = ", ".join(f"{tests.index(name) + 1} {name}" if name in tests else name for name in proof.idle)
        yield Text()
        which = "1 test catches" if len(proof.idle) == 1 else f"{len(proof.idle)} tests catch"
        yield hanging("  ", f"{which} no rejected file: {names}")


def _headline(proof: Proof) -> Text:
    word = Text("✓ proven", style=f"bold {GOOD}") if proof.ok else Text("✗ not proven", style=f"bold {BAD}")
    right, caught = sum(proof.accepted.values()), sum(map(bool, proof.rejected.values()))
    return line(
        word,
        Text(proof.drill, style="bold"),
        counted(len(_functions(proof)), "test"),
        f"rejected {caught} of {len(proof.rejected)}",
        f"accepted {right} of {len(proof.accepted)}",
        took(proof.seconds),
    )


def _functions(proof: Proof) -> list[str]:
    """The test functions in order; the cases of one that has parameters count as one test."""
    return list(dict.fromkeys(test.partition("[")[0] for test in proof.tests))


def _matrix(proof: Proof, width: int) -> Iterator[Text]:
    """Rows are rejected files, columns numbered tests, set apart in blocks of five; what is too wide continues below."""
    tests = _functions(proof)
    margin = min(max(len(PurePosixPath(name).stem) for name in proof.rejected), max(12, width // 2))
    chunk = max(_BLOCK, (width - margin - 4) // (_BLOCK + 1) * _BLOCK)
    for start in range(0, len(tests), chunk):
        numbers = range(start + 1, min(start + chunk, len(tests)) + 1)
        if start:
            yield Text()
        if len(tests) > 9:
            yield _row("", [str(n // 10) if n >= 10 else " " for n in numbers], margin)
        yield _row("", [str(n % 10) for n in numbers], margin)
        for name, failing in proof.rejected.items():
            caught = {test.partition("[")[0] for test in failing}
            marks = [_mark(tests[n - 1], caught, proof.named.get(name, "")) for n in numbers]
            yield _row(PurePosixPath(name).stem, marks, margin)


def _mark(test: str, caught: set[str], named: str) -> str:
    if test in caught:
        return _NAMED if test == named else _CAUGHT
    return _MISSED if test == named else _PASSED


def _row(name: str, marks: Sequence[str], margin: int) -> Text:
    styles = {_CAUGHT: GOOD, _NAMED: f"bold {GOOD}", _MISSED: f"bold {BAD}"}
    text = Text(f"  {name[:margin]:<{margin}}  ", no_wrap=True, overflow="crop")
    for place, mark in enumerate(marks):
        if place and place % _BLOCK == 0:
            text.append(" ")
        text.append(mark, style=styles.get(mark, DIM))
    text.rstrip()
    return text


def _legend(proof: Proof, width: int) -> Iterator[RenderableType]:
    """The signs, and the tests by number in as many columns as fit."""
    key = f"{_CAUGHT} caught  {_NAMED} caught by the test the file names  {_MISSED} not caught by it  {_PASSED} passed"
    yield hanging("  ", key, style=DIM)
    entries = [f"{n:>2} {test}" for n, test in enumerate(_functions(proof), 1)]
    cell = max(map(len, entries)) + 2
    columns = max(1, min(3, (width - 2) // cell))
    for row in downwards(entries, columns):
        shown = "".join(f"{entry:<{cell}}" for entry in row).rstrip()
        yield Text(f"  {shown}", style=DIM, no_wrap=True, overflow="ellipsis")


def summary(proofs: Sequence[Proof]) -> Text:
    """How many drills are proven, and which are not."""
    bad = [proof.drill for proof in proofs if not proof.ok]
    if not bad:
        return Text(f"✓ {counted(len(proofs), 'drill')} proven", style=GOOD)
    return Text(f"✗ {len(bad)} of {counted(len(proofs), 'drill')} not proven: {', '.join(bad)}", style=BAD)
