"""Asking cards: queues, locked answers, gradings and their corrections."""

from __future__ import annotations

from collections.abc import Sequence

from drillkit import study_log
from drillkit.card import Card
from drillkit.errors import DrillError
from drillkit.knowledge import Knowledge, know
from drillkit.memories import Memories, card_reviews
from drillkit.quantity import judge
from drillkit.rules import Mark, Proposal, Rating, card_rating
from drillkit.study_log import GradingRow
from drillkit.study_results import Graded, Grading, Locked, Queue, Study, Tick, TypedNumber
from drillkit.words import is_mentioned

RESUMED_WITHIN = 24 * 3600.0


def quiz(
    s: Study, *, deck: str | None = None, level: str | None = None, count: int | None = None, due: bool = False, missed: bool = False
) -> Queue:
    """Begin a session on the cards that pass every filter: due ones first, weakest recall first; then new ones, then the rest.

    `missed` takes those of whose core points something was missing, or whose trap was said, at the last grading.
    """
    chosen = pick(s, deck=deck, level=level, count=count, due=due, missed=missed)
    session = study_log.add_session(s.practice.history, at=s.now, day=s.today, cards=[card.id for card in chosen])
    return Queue(session=session, cards=chosen, locked={})


def pick(
    s: Study, *, deck: str | None = None, level: str | None = None, count: int | None = None, due: bool = False, missed: bool = False
) -> tuple[Card, ...]:
    """The cards that `quiz` would ask, in its order; nothing is saved."""
    if count is not None and count < 1:
        raise DrillError(f"--count must be 1 or more, not {count}", hint="it is how many cards to ask")
    known = know(s)
    found = [card for card in s.library.filter(deck=deck, level=level) if _is_wanted(known, card, due=due, missed=missed)]
    if not found:
        raise _nothing(due=due, missed=missed)
    return tuple(sorted(found, key=lambda card: _turn(known, card))[:count])


def _is_wanted(known: Knowledge, card: Card, *, due: bool, missed: bool) -> bool:
    rows = known.gradings.get(card.id, ())
    return (not due or known.is_due(known.cards.get(card.id))) and (not missed or (bool(rows) and is_missed(rows[-1])))


def is_missed(row: GradingRow) -> bool:
    """Whether something was missing from a grading's core points, or a trap was said."""
    return bool(row.traps) or any(mark is not Mark.SAID for _, mark in row.core)


def _nothing(*, due: bool, missed: bool) -> DrillError:
    if due:
        return DrillError("no card is due", hint="drill quiz asks new ones; drill stats shows what falls due in the next days")
    if missed:
        return DrillError("no card was missed", hint="leave --missed out, or take another deck or level")
    return DrillError("no card fits", hint="drill cards lists them all")


def _turn(known: Knowledge, card: Card) -> tuple[int, float]:
    memory = known.cards.get(card.id)
    if memory is None:
        return 1, 0.0
    return (0 if known.is_due(memory) else 2), known.recall(memory)


def unfinished(s: Study) -> Queue | None:
    """What is left of the last session, if it was interrupted within a day."""
    history = s.practice.history
    session = study_log.last_session(history)
    if session is None or not 0 <= s.now - session.started_at <= RESUMED_WITHIN:
        return None
    graded = study_log.graded_in(history, session.id)
    left = [card for name in session.cards if name not in graded and (card := s.library.get(name)) is not None]
    if not left:
        return None
    answers = study_log.locked(history, session.id)
    locked = {card.id: Locked(answer=answers[card.id][0], numbers=answers[card.id][1]) for card in left if card.id in answers}
    return Queue(session=session.id, cards=tuple(left), done=len(session.cards) - len(left), resumed=True, locked=locked)


def end(s: Study, session: int) -> None:
    """Note that the learner stopped on purpose, so that the session is not offered again."""
    study_log.end_session(s.practice.history, session, s.now)


def lock(s: Study, session: int, card: Card, answer: str, numbers: Sequence[str] = ()) -> None:
    """Save an answer as it was given, before any point is shown."""
    study_log.add_locked(s.practice.history, session=session, card=card.id, at=s.now, answer=answer, numbers=numbers)


def mentioned(points: Sequence[str], answer: str) -> tuple[bool, ...]:
    """Whether most key words of each point occur in an answer: a reminder to look, never a score."""
    return tuple(bool(answer.strip()) and is_mentioned(point, answer) for point in points)


def numbers(card: Card, typed: Sequence[str]) -> tuple[TypedNumber, ...]:
    """What was typed for each of a card's numbers, judged; what is not there counts as nothing typed."""
    padded = [*typed, *[""] * len(card.numbers)]
    found = [(number, text, judge(number, text)) for number, text in zip(card.numbers, padded, strict=False)]
    return tuple(TypedNumber(label=number.label, typed=text, right=judged.right, remark=judged.remark) for number, text, judged in found)


def propose(card: Card, grading: Grading) -> Proposal:
    """The rating that the rules give to a grading; DrillError when its marks do not fit the card."""
    if len(grading.core) != len(card.core) or len(grading.bonus) not in (0, len(card.bonus)):
        raise DrillError(f"{card.id} has {len(card.core)} core and {len(card.bonus)} bonus points, each needs its mark")
    if not all(0 <= trap < len(card.traps) for trap in grading.traps):
        raise DrillError(f"{card.id} has {len(card.traps)} traps")
    return card_rating(grading.core, grading.bonus, traps_said=len(set(grading.traps)))


def grade(s: Study, card: Card, grading: Grading, session: int | None = None) -> Graded:
    """Save a grading at once."""
    proposal, history = propose(card, grading), s.practice.history
    typed = [(number.label, text) for number, text in zip(card.numbers, grading.numbers, strict=False)]
    with history.transaction():
        number = study_log.add_grading(
            history,
            session=session,
            card=card.id,
            at=s.now,
            day=s.today,
            answer=grading.answer,
            numbers=typed,
            core=list(zip(card.core, grading.core, strict=True)),
            bonus=list(zip(card.bonus, grading.bonus, strict=False)),
            traps=[card.traps[trap].says for trap in sorted(set(grading.traps))],
            proposed=proposal.rating,
            chosen=grading.rating or proposal.rating,
        )
    return _graded(s, card, grading, proposal, number)


def _graded(s: Study, card: Card, grading: Grading, proposal: Proposal, number: int) -> Graded:
    kept = Memories(s.data)
    rows = study_log.gradings_of(s.practice.history, card.id)
    memory = kept.of(f"card:{card.id}", card_reviews(rows))
    kept.keep()
    assert memory is not None
    return Graded(
        id=number,
        card=card,
        proposal=proposal,
        rating=grading.rating or proposal.rating,
        core=_ticks(card.core, grading.core),
        bonus=_ticks(card.bonus, grading.bonus),
        traps=tuple(sorted(set(grading.traps))),
        numbers=numbers(card, grading.numbers),
        covered=study_log.coverage(grading.core),
        memory=memory,
    )


def _ticks(points: Sequence[str], marks: Sequence[Mark]) -> tuple[Tick, ...]:
    return tuple(Tick(point=point, mark=mark) for point, mark in zip(points, marks, strict=False))


def rerate(s: Study, graded: Graded, rating: Rating) -> Graded:
    """Note that the learner chose another rating for a saved grading."""
    study_log.change_grading(s.practice.history, grading=graded.id, at=s.now, rating=rating)
    grading = Grading(
        core=tuple(tick.mark for tick in graded.core),
        bonus=tuple(tick.mark for tick in graded.bonus),
        traps=graded.traps,
        numbers=tuple(number.typed for number in graded.numbers),
        rating=rating,
    )
    return _graded(s, graded.card, grading, graded.proposal, graded.id)


def undo(s: Study, number: int) -> Card | None:
    """Take a saved grading back, by an appended correction; its card (None if that is gone) is open again in its session."""
    history = s.practice.history
    with history.transaction():
        row = study_log.grading(history, number)
        if row is None:
            raise DrillError(f"there is no grading {number} to take back")
        study_log.change_grading(history, grading=number, at=s.now, rating=None)
    return s.library.get(row.card)
