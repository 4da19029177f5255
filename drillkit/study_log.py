"""The study half of the history: sessions, locked answers, gradings and ratings, appended and never changed.

An undo and a changed rating are rows of their own; what is read back has them applied.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from drillkit.history import History
from drillkit.rules import Mark, Rating, card_rating, standing

_GRADINGS = "SELECT id, session_id, card, at, day, answer, core, bonus, traps, proposed, chosen FROM gradings"


@dataclass(frozen=True, slots=True, kw_only=True)
class GradingRow:
    """One grading that was not undone: each point with its mark, the traps said in the card's words of then."""

    id: int
    session: int | None
    card: str
    at: float
    day: date
    answer: str
    core: tuple[tuple[str, Mark], ...]
    bonus: tuple[tuple[str, Mark], ...]
    traps: tuple[str, ...]
    proposed: Rating
    chosen: Rating

    @property
    def rating(self) -> Rating:
        """The rating that counts, by the rules of today."""
        marks, more = [mark for _, mark in self.core], [mark for _, mark in self.bonus]
        now = card_rating(marks, more, traps_said=len(self.traps)).rating
        return standing(self.proposed, self.chosen, now)

    @property
    def covered(self) -> float:
        """The share of core points said, 0 to 1; partly counts half."""
        return coverage([mark for _, mark in self.core])


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A study session: the cards that were to be asked, in order."""

    id: int
    started_at: float
    day: date
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRow:
    """The last rating given to an attempt."""

    attempt: int
    day: date
    proposed: Rating
    chosen: Rating


def coverage(marks: Sequence[Mark]) -> float:
    """The share of points said, 0 to 1; partly counts half."""
    return sum({Mark.SAID: 1.0, Mark.PARTLY: 0.5}.get(mark, 0.0) for mark in marks) / max(1, len(marks))


def add_session(history: History, *, at: float, day: date, cards: Sequence[str]) -> int:
    """Append a session that begins; its id."""
    return history.append("study_sessions", started_at=at, day=day.isoformat(), cards=json.dumps(list(cards)))


def end_session(history: History, session: int, at: float) -> None:
    """Append that a session ended before all its cards were graded; once."""
    history.select("INSERT OR IGNORE INTO study_ends (session_id, at) VALUES (?, ?)", (session, at))


def last_session(history: History) -> SessionRow | None:
    """The session begun last, None when none was or when it was ended."""
    rows = history.select(
        "SELECT id, started_at, s.day, cards, e.at FROM study_sessions s LEFT JOIN study_ends e ON session_id = id ORDER BY id DESC LIMIT 1"
    )
    if not rows or rows[0][4] is not None:
        return None
    number, at, day, cards, _ = rows[0]
    return SessionRow(id=number, started_at=at, day=date.fromisoformat(day), cards=tuple(json.loads(cards)))


def add_locked(history: History, *, session: int, card: str, at: float, answer: str, numbers: Sequence[str]) -> None:
    """Append an answer that the learner has given and cannot change any more."""
    history.append("locked_answers", session_id=session, card=card, at=at, answer=answer, numbers=json.dumps(list(numbers)))


def locked(history: History, session: int) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The answers and numbers locked in a session, by card, the last one of each."""
    rows = history.select("SELECT card, answer, numbers FROM locked_answers WHERE session_id = ? ORDER BY id", (session,))
    return {card: (answer, tuple(json.loads(numbers))) for card, answer, numbers in rows}


def add_grading(
    history: History,
    *,
    session: int | None,
    card: str,
    at: float,
    day: date,
    answer: str,
    numbers: Sequence[tuple[str, str]],
    core: Sequence[tuple[str, Mark]],
    bonus: Sequence[tuple[str, Mark]],
    traps: Sequence[str],
    proposed: Rating,
    chosen: Rating,
) -> int:
    """Append a grading; its id."""
    return history.append(
        "gradings",
        session_id=session,
        card=card,
        at=at,
        day=day.isoformat(),
        answer=answer,
        numbers=json.dumps(list(numbers)),
        core=json.dumps([[point, str(mark)] for point, mark in core]),
        bonus=json.dumps([[point, str(mark)] for point, mark in bonus]),
        traps=json.dumps(list(traps)),
        proposed=int(proposed),
        chosen=int(chosen),
    )


def change_grading(history: History, *, grading: int, at: float, rating: Rating | None) -> None:
    """Append that a grading is undone (None), or that the learner chose another rating after it."""
    history.append("grading_changes", grading_id=grading, at=at, rating=None if rating is None else int(rating))


def grading(history: History, number: int) -> GradingRow | None:
    """The grading of that number, None when there is none or it was undone."""
    return next(iter(_gradings(history, " WHERE id = ?", (number,))), None)


def gradings_of(history: History, card: str) -> tuple[GradingRow, ...]:
    """A card's gradings, oldest first."""
    return tuple(_gradings(history, " WHERE card = ? ORDER BY id", (card,)))


def gradings(history: History) -> dict[str, tuple[GradingRow, ...]]:
    """All gradings by card, oldest first."""
    found: dict[str, list[GradingRow]] = defaultdict(list)
    for row in _gradings(history, " ORDER BY id", ()):
        found[row.card].append(row)
    return {card: tuple(rows) for card, rows in found.items()}


def graded_in(history: History, session: int) -> frozenset[str]:
    """The cards graded in a session."""
    return frozenset(row.card for row in _gradings(history, " WHERE session_id = ?", (session,)))


def _gradings(history: History, where: str, values: tuple[int | str, ...]) -> list[GradingRow]:
    changes: dict[int, Rating | None] = {
        number: None if rating is None else Rating(rating)
        for number, rating in history.select("SELECT grading_id, rating FROM grading_changes ORDER BY id")
    }
    rows = []
    for number, session, card, at, day, answer, core, bonus, traps, proposed, chosen in history.select(_GRADINGS + where, values):
        rating = changes.get(number, Rating(chosen))
        if rating is None:
            continue
        rows.append(
            GradingRow(
                id=number,
                session=session,
                card=card,
                at=at,
                day=date.fromisoformat(day),
                answer=answer,
                core=tuple((point, Mark(mark)) for point, mark in json.loads(core)),
                bonus=tuple((point, Mark(mark)) for point, mark in json.loads(bonus)),
                traps=tuple(json.loads(traps)),
                proposed=Rating(proposed),
                chosen=rating,
            )
        )
    return rows


def add_rating(history: History, *, attempt: int, drill: str, at: float, day: date, proposed: Rating, chosen: Rating) -> None:
    """Append a drill's rating for one attempt; the last one counts."""
    history.append("drill_ratings", attempt_id=attempt, drill=drill, at=at, day=day.isoformat(), proposed=int(proposed), chosen=int(chosen))


def ratings(history: History) -> dict[int, RatingRow]:
    """The last rating of every rated attempt, by the attempt's id."""
    rows = history.select("SELECT attempt_id, day, proposed, chosen FROM drill_ratings ORDER BY id")
    return {
        number: RatingRow(attempt=number, day=date.fromisoformat(day), proposed=Rating(proposed), chosen=Rating(chosen))
        for number, day, proposed, chosen in rows
    }


def version(history: History) -> tuple[int, ...]:
    """Counts that change with every row a schedule depends on; they prove a kept schedule fresh."""
    tables = ("attempts", "checks", "hints", "reveals", "resets", "gradings", "grading_changes", "drill_ratings")
    (row,) = history.select("SELECT " + ", ".join(f"(SELECT count(*) FROM {table})" for table in tables))  # noqa: S608  (our own names)
    return tuple(row)
