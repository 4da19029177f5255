"""The proof of decks: what is wrong with each, and what is only to be noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from drillkit.deck_checks import DeckProof
from drillkit.views.layout import BAD, DIM, GOOD, WARN, hanging, line
from drillkit.views.texts import counted, one_line

if TYPE_CHECKING:
    from rich.console import RenderableType


def deck_proofs(proofs: Sequence[DeckProof]) -> Iterator[RenderableType]:
    """A line for each deck with its problems and notes below, and the sum."""
    for proof in proofs:
        word = Text("✓ proven", style=f"bold {GOOD}") if proof.ok else Text("✗ not proven", style=f"bold {BAD}")
        yield line(
            word, Text(proof.deck, style="bold"), counted(proof.cards, "card"), counted(len(proof.notes), "note") if proof.notes else ""
        )
        yield from (hanging("  ! ", one_line(problem), style=WARN) for problem in proof.problems)
        yield from (hanging("  · ", one_line(note), style=DIM) for note in proof.notes)
    yield Text()
    yield _summary(proofs)


def _summary(proofs: Sequence[DeckProof]) -> Text:
    bad = [proof.deck for proof in proofs if not proof.ok]
    if not proofs:
        return Text("✗ there is no deck", style=BAD)
    if bad:
        return Text(f"✗ {len(bad)} of {counted(len(proofs), 'deck')} not proven: {', '.join(bad)}", style=BAD)
    cards = sum(proof.cards for proof in proofs)
    return Text(f"✓ {counted(len(proofs), 'deck')} with {counted(cards, 'card')} proven", style=GOOD)
