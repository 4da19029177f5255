"""Frozen records of concept cards: decks, cards, and what is on a card."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from drillkit.drill import Level


class FigureKind(StrEnum):
    """How a figure is drawn."""

    MATRIX = "matrix"
    CURVES = "curves"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """What people wrongly say, and why it is wrong."""

    says: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that the learner calculates; right within the absolute `tolerance`, in `unit` ("" for none)."""

    label: str
    value: float
    tolerance: float
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One named curve, as many values as the figure's x has."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Data drawn in the terminal: a matrix has rows, columns and values, curves have x, labels and series."""

    kind: FigureKind
    title: str
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    values: tuple[tuple[float, ...], ...] = ()
    x: tuple[float, ...] = ()
    x_label: str = ""
    y_label: str = ""
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One concept question; `core` and `bonus` are atomic points, `drills` slugs that need not exist yet."""

    id: str
    deck: str
    level: Level
    question: str
    core: tuple[str, ...]
    bonus: tuple[str, ...] = ()
    traps: tuple[Trap, ...] = ()
    answer: str
    follow_ups: tuple[str, ...] = ()
    drills: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    numbers: tuple[Number, ...] = ()
    figure: Figure | None = None

    @property
    def minutes(self) -> int:
        """Minutes to answer and grade it, for plans."""
        return {Level.EASY: 2, Level.MEDIUM: 3, Level.HARD: 4}[self.level]

    @property
    def figure_is_given(self) -> bool:
        """Whether the figure belongs to the question; where the learner is to draw it, it belongs to the answer."""
        return self.figure is not None and not self.question.casefold().startswith(("sketch", "draw", "plot"))

    @property
    def blocks(self) -> tuple[str, ...]:
        """The answer for display: paragraphs as one long line each, to be wrapped; indented lines together as they are.

        A block that begins with a blank is code or a formula and keeps its lines.
        """
        return _blocks(self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Cards of one subject, in the file's order; `name` is the file's stem, `own` when the learner brought it."""

    name: str
    title: str
    summary: str
    order: int
    cards: tuple[Card, ...]
    own: bool = False


def _blocks(answer: str) -> tuple[str, ...]:
    blocks: list[list[str]] = []
    kind = ""
    for line in answer.strip("\n").splitlines():
        now = "" if not line.strip() else "code" if line.startswith(" ") else "prose"
        if now and now == kind:
            blocks[-1].append(line)
        elif now:
            blocks.append([line])
        kind = now
    return tuple("\n".join(block) if block[0].startswith(" ") else " ".join(map(str.strip, block)) for block in blocks)
