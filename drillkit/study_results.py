"""What studying needs and gives back: the context record, and one frozen record for each thing a learner does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, tzinfo
from pathlib import Path

from drillkit.card import Card, Deck
from drillkit.decks import Library
from drillkit.drill import Drill
from drillkit.memories import local_day
from drillkit.outlook import Advice, DayCount, DeckStats, DrillTime, Kind, Plan, PlanDay, Stats, Task, TopicStats, Why
from drillkit.results import Practice, Started
from drillkit.rules import Mark, Proposal, Rating
from drillkit.schedule import Memory

__all__ = [
    "OWN",
    "Advice",
    "CardState",
    "CardView",
    "DayCount",
    "DeckStats",
    "DrillRating",
    "DrillTime",
    "Exported",
    "Graded",
    "Grading",
    "Imported",
    "Item",
    "Kind",
    "Locked",
    "Opened",
    "PastGrading",
    "Plan",
    "PlanDay",
    "Queue",
    "Stats",
    "Study",
    "Task",
    "Tick",
    "TopicStats",
    "TypedNumber",
    "Why",
]
OWN = "decks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """Where and when a learner studies: `data` is the folder for own decks and derived schedules, `zone` the local time."""

    practice: Practice
    library: Library
    data: Path
    zone: tzinfo | None = None

    @property
    def now(self) -> float:
        """The present moment, UTC epoch seconds."""
        return self.practice.clock()

    @property
    def today(self) -> date:
        """The present day where the learner is."""
        return local_day(self.now, self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """A card as the browser lists it: `memory` None when never graded, `last` how it went last, `due` today or before."""

    card: Card
    memory: Memory | None
    last: Rating | None
    due: bool
    recall: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """One card with its deck, its related drills that exist and those that are planned, and its past, oldest first."""

    card: Card
    deck: Deck
    state: CardState
    drills: tuple[Drill, ...]
    planned: tuple[str, ...]
    past: tuple[PastGrading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastGrading:
    """One grading as it was saved; `covered` is the share of core points said (partly counts half)."""

    id: int
    card: str
    at: float
    day: date
    answer: str
    covered: float
    rating: Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """An answer that was given and not graded yet."""

    answer: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Cards to be asked, in order; `session` is its number in the history, `resumed` when it was begun before.

    `done` cards of it were graded before, and are not in `cards`.  `locked` are answers that were given and not graded, by card.
    """

    session: int
    cards: tuple[Card, ...]
    done: int = 0
    resumed: bool = False
    locked: dict[str, Locked]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A point and how much of it was said."""

    point: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNumber:
    """What the learner typed for a number of a card, and whether it is right; `remark` says what is off, in a sentence."""

    label: str
    typed: str
    right: bool
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """How the learner graded an answer: marks in the order of the card's points, indices of the traps said.

    `rating` is the learner's own when it is not the proposed one.
    """

    core: tuple[Mark, ...]
    bonus: tuple[Mark, ...] = ()
    traps: tuple[int, ...] = ()
    answer: str = ""
    numbers: tuple[str, ...] = ()
    rating: Rating | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A grading that is saved: `id` is what `undo` takes; `covered` the share of core points said, partly counting half."""

    id: int
    card: Card
    proposal: Proposal
    rating: Rating
    core: tuple[Tick, ...]
    bonus: tuple[Tick, ...]
    traps: tuple[int, ...]
    numbers: tuple[TypedNumber, ...]
    covered: float
    memory: Memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A card or a drill that is due: `target` is its id or slug, `recall` the chance to recall it today, 0 to 1."""

    kind: Kind
    target: str
    title: str
    where: str
    minutes: int
    due: date
    recall: float
    card: Card | None = None
    drill: Drill | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A due drill that was opened for review: a fresh stub, its clock running, `archived` the old file.

    `resumed` when an attempt ran already: its file and clock are left as they are.
    """

    item: Item
    started: Started
    archived: Path | None
    resumed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillRating:
    """The rating of an ended attempt: `rating` is the proposed one unless the learner chose another.

    `was_due` when the drill was due before this attempt; `due` is when it is due after it.
    """

    attempt: int
    drill: Drill
    proposal: Proposal
    rating: Rating
    was_due: bool
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file that was written and how many cards are in it."""

    path: Path
    cards: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A deck of the learner's own that was made from a file."""

    deck: Deck
    path: Path
