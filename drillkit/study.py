"""What a learner does with cards and reviews, one function each: no printing, no wall clock, no environment."""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path

from drillkit.advice import recommend
from drillkit.catalogue import default_pack
from drillkit.decks import load
from drillkit.exports import export_anki, export_json
from drillkit.imports import import_cards
from drillkit.knowledge import card_state, know
from drillkit.memories import CACHE, due_drills
from drillkit.planning import plan
from drillkit.progress import stats
from drillkit.quizzing import end, grade, lock, mentioned, numbers, pick, propose, quiz, rerate, undo, unfinished
from drillkit.results import Practice
from drillkit.reviewing import due, open_drill, rate
from drillkit.reviewing import rating_of_last as rating_of
from drillkit.study_results import OWN, CardState, CardView, PastGrading, Study

__all__ = [
    "card",
    "cards",
    "due",
    "due_drills",
    "end",
    "export_anki",
    "export_json",
    "grade",
    "import_cards",
    "lock",
    "mentioned",
    "numbers",
    "open_drill",
    "open_study",
    "pick",
    "plan",
    "propose",
    "quiz",
    "rate",
    "rating_of",
    "recommend",
    "rerate",
    "stats",
    "undo",
    "unfinished",
]


def open_study(practice: Practice, data: Path, *, pack: Path | None = None, zone: tzinfo | None = None) -> Study:
    """The study of a learner whose state is in the folder `data`; without a pack, with the shipped decks."""
    library = load(default_pack() if pack is None else pack, own=data / OWN, cache=data / CACHE)
    return Study(practice=practice, library=library, data=data, zone=zone)


def cards(s: Study, *, text: str | None = None, deck: str | None = None, level: str | None = None) -> tuple[CardState, ...]:
    """The cards that pass every filter, in the order of decks."""
    known = know(s)
    return tuple(card_state(known, card) for card in s.library.filter(text=text, deck=deck, level=level))


def card(s: Study, text: str) -> CardView:
    """The card that `text` names, exactly or loosely, with its drills and its past."""
    found, known, catalogue = s.library.match_card(text), know(s), s.practice.catalogue
    return CardView(
        card=found,
        deck=s.library.deck(found.deck),
        state=card_state(known, found),
        drills=tuple(drill for slug in found.drills if (drill := catalogue.get(slug)) is not None),
        planned=tuple(slug for slug in found.drills if catalogue.get(slug) is None),
        past=tuple(
            PastGrading(id=row.id, card=row.card, at=row.at, day=row.day, answer=row.answer, covered=row.covered, rating=row.rating)
            for row in known.gradings.get(found.id, ())
        ),
    )
