"""Mutants of a drill's right solutions: how many are killed, and the diffs of those that are not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from drillkit.proof import MutationProof, Survivor
from drillkit.views.layout import BAD, GOOD, WARN, Hanging, hanging, line
from drillkit.views.texts import counted, one_line, took

if TYPE_CHECKING:
    from rich.console import RenderableType


def mutations(proof: MutationProof) -> Iterator[RenderableType]:
    """One drill: its counts, and what is wrong."""
    alive = len(proof.survivors)
    word = Text("✓ all killed", style=f"bold {GOOD}") if proof.ok else Text("✗ not all killed", style=f"bold {BAD}")
    yield line(
        word,
        Text(proof.drill, style="bold"),
        counted(proof.mutants, "mutant"),
        f"{proof.killed} killed",
        f"{proof.equivalent} equivalent",
        Text(counted(alive, "survivor"), style=BAD if alive else ""),
        took(proof.seconds),
    )
    for problem in proof.problems:
        yield hanging("  ! ", one_line(problem), style=WARN)


def survivor(found: Survivor) -> Iterator[RenderableType]:
    """One survivor: where it is, and its diff."""
    yield Text()
    yield line(Text(f"{found.file}:{found.line}", style="bold"), found.operator)
    for text in found.diff:
        style = BAD if text.startswith("-") else GOOD
        yield Hanging(Text(text[:2], style=style), Text(text[2:], style=style))


def entry(found: Survivor) -> str:
    """The lines of drill.toml that list a survivor as equivalent, to be completed; never wrapped, so that they can be pasted."""
    return f'[[equivalent]]\nfile = "{found.file}"\nmutant = {_quoted(found.key)}\nreason = ""\n'


def _quoted(text: str) -> str:
    """A string of TOML."""
    return f"'{text}'" if "'" not in text else json.dumps(text, ensure_ascii=False)


def summary(proofs: Sequence[MutationProof]) -> Iterator[RenderableType]:
    """The sums over all drills, and which are not done."""
    total, killed, equivalent = (sum(getattr(proof, name) for proof in proofs) for name in ("mutants", "killed", "equivalent"))
    alive = sum(len(proof.survivors) for proof in proofs)
    bad = [proof.drill for proof in proofs if not proof.ok]
    if bad:
        yield Text(f"✗ {len(bad)} of {counted(len(proofs), 'drill')} with survivors or problems: {', '.join(bad)}", style=BAD)
    yield line(
        Text(f"{percent(killed, total - equivalent)} % of mutants that are not equivalent killed", style=GOOD if not bad else "bold"),
        counted(total, "mutant"),
        f"{killed} killed",
        f"{equivalent} equivalent",
        counted(alive, "survivor"),
    )


def percent(part: int, whole: int) -> str:
    """A share with one digit, rounded down, so that only all of them are 100.0."""
    return f"{(1000 * part // whole if whole else 1000) / 10:.1f}"
