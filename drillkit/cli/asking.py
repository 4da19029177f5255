"""One card after the other on a terminal: the answer typed and locked, points and traps marked by single keys."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from drillkit import study
from drillkit.cli import drafts
from drillkit.cli.keypress import ENTER, read_key
from drillkit.errors import DrillError
from drillkit.rules import Mark, Rating
from drillkit.study_results import Graded, Grading, Locked, Study
from drillkit.views import asking

if TYPE_CHECKING:
    from drillkit.card import Card
    from drillkit.cli.terminal import Terminal

UNDO, STOP, EDITOR = "u", "q", "e"
_HELP = "type it, then an empty line · e opens your editor · Enter if you said it aloud"
_MARKS = {"s": Mark.SAID, "p": Mark.PARTLY, "m": Mark.MISSED}
_RATINGS = {str(int(rating)): rating for rating in Rating}


def choose(terminal: Terminal, prompt: str, keys: Mapping[str, object] | str) -> str:
    """Show `prompt` while waiting for one of the keys, and take it away; other keys do nothing."""
    shown = f"  {prompt} "[: max(1, terminal.width - 1)]
    terminal.write(shown)
    try:
        while (key := read_key()) not in keys:
            pass
    except KeyboardInterrupt:
        terminal.write("\n")
        raise
    terminal.write("\r" + " " * len(shown) + "\r")
    return key


@dataclass(slots=True)
class _Marks:
    """What was marked so far, in the order of core points, bonus points and traps."""

    card: Card
    keys: list[str] = field(default_factory=list)

    @property
    def sizes(self) -> tuple[int, int, int]:
        return len(self.card.core), len(self.card.bonus), len(self.card.traps)

    def grading(self, locked: Locked) -> Grading:
        core, bonus, _ = self.sizes
        return Grading(
            core=tuple(_MARKS[key] for key in self.keys[:core]),
            bonus=tuple(_MARKS[key] for key in self.keys[core : core + bonus]),
            traps=tuple(at for at, key in enumerate(self.keys[core + bonus :]) if key == "y"),
            answer=locked.answer,
            numbers=locked.numbers,
        )


class Asker:
    """Asks the cards of one session; `results` are those that were graded and not taken back."""

    def __init__(self, terminal: Terminal, s: Study, session: int, locked: Mapping[str, Locked], total: int) -> None:
        self._terminal, self._study, self._session, self._locked = terminal, s, session, locked
        self._total = total
        self.results: list[Graded] = []

    def ask(self, card: Card, number: int) -> bool:
        """One card from its question to its rating; False when the learner wants no further one."""
        width, deck = self._terminal.width, self._study.library.deck(card.deck).title
        self._terminal.show(asking.asked(card, deck, number=number, total=self._total, width=width))
        locked = self._locked.get(card.id)
        if locked is None:
            locked = self._answer(card)
            study.lock(self._study, self._session, card, locked.answer, locked.numbers)
            drafts.drop(self._study.data)
        elif locked.answer:
            self._terminal.show(asking.given(locked.answer, width=width))
        if card.numbers:
            self._terminal.show(asking.numbers(study.numbers(card, locked.numbers), card))
        return self._graded(card, locked)

    def _answer(self, card: Card) -> Locked:
        text = self._typed(card)
        numbers = tuple(self._line(f"  {number.label}{f' in {number.unit}' if number.unit else ''} = ") for number in card.numbers)
        self._terminal.note("your answer is locked; now tick what you said")
        self._terminal.write("\n")
        return Locked(answer=text, numbers=numbers)

    def _typed(self, card: Card) -> str:
        """Lines until an empty one; `e` alone on the first opens the editor, nothing on the first means it was said aloud."""
        from drillkit.cli import editor

        with suppress(ImportError):
            import readline  # noqa: F401  (its import gives `input` arrow keys and pasting of several lines)
        self._terminal.note(_HELP)
        lines = drafts.kept(self._study.data, card.id)
        if lines:
            self._terminal.show(asking.given("\n".join(lines), width=self._terminal.width))
            self._terminal.note("that is what you typed before the interruption: go on, or end it by an empty line")
        while row := self._line("> "):
            if not lines and row.strip().lower() == EDITOR:
                try:
                    text = edited(card.id, self._study.data, editor.command())
                except DrillError as error:
                    self._terminal.error(error)
                    continue
                self._terminal.show(asking.given(text, width=self._terminal.width) if text else [])
                return text
            lines.append(row)
            drafts.keep(self._study.data, card.id, lines)
        return "\n".join(lines)

    def _line(self, prompt: str) -> str:
        try:
            return input(prompt)
        except EOFError:
            if not sys.stdin.isatty():
                raise
            self._terminal.write("\n")
            raise KeyboardInterrupt from None

    def _graded(self, card: Card, locked: Locked) -> bool:
        """Mark, save, show, and let the last step be undone or the rating be changed."""
        marks = _Marks(card)
        while True:
            self._mark(marks, locked)
            graded = study.grade(self._study, card, marks.grading(locked), self._session)
            self._terminal.show(asking.result(graded, width=self._terminal.width))
            key, graded = self._rate(graded)
            if key != UNDO:
                self.results.append(graded)
                return key != STOP
            study.undo(self._study, graded.id)
            marks.keys.pop()

    def _rate(self, graded: Graded) -> tuple[str, Graded]:
        while True:
            self._terminal.show(asking.rated(graded, self._study.today))
            key = choose(
                self._terminal,
                "Enter next · 1 again 2 hard 3 good 4 easy · u undo · q stop",
                {**_RATINGS, ENTER: 0, " ": 0, "u": 0, "q": 0},
            )
            rating = _RATINGS.get(key)
            if rating is None:
                return key, graded
            if rating != graded.rating:
                graded = study.rerate(self._study, graded, rating)

    def _mark(self, marks: _Marks, locked: Locked) -> None:
        """Core points, bonus points and traps one by one, from where the marks end; undo takes the last mark back."""
        card, (core, bonus, traps) = marks.card, marks.sizes
        points = (*card.core, *card.bonus)
        mentioned = study.mentioned(points, locked.answer)
        while (at := len(marks.keys)) < core + bonus + traps:
            undo = " · u undo" if at else ""
            if at < core + bonus:
                kind, number, total = ("core", at + 1, core) if at < core else ("bonus", at - core + 1, bonus)
                self._terminal.show(asking.point(points[at], kind=kind, number=number, total=total, mentioned=mentioned[at]))
                key = self._choose(f"s said · p partly · m missed{undo}", "spmu" if at else "spm")
                if key != UNDO:
                    self._terminal.show([asking.marked(_MARKS[key])])
            else:
                trap = card.traps[at - core - bonus]
                self._terminal.show(asking.trap(trap, number=at - core - bonus + 1, total=traps))
                key = self._choose(f"y I said that · n no{undo}", "ynu" if at else "yn")
                if key != UNDO:
                    self._terminal.show(asking.trapped(trap, said=key == "y"))
            if key == UNDO:
                marks.keys.pop()
                self._terminal.note("  taken back")
            else:
                marks.keys.append(key)

    def _choose(self, prompt: str, keys: str) -> str:
        return choose(self._terminal, f"{'':12}{prompt}", keys)


def edited(name: str, folder: Path, command: list[str]) -> str:
    """What the learner writes in the editor, in a file of its own that is then removed."""
    import tempfile

    from drillkit.cli import editor

    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as place:
        path = Path(place) / f"{name}.md"
        path.touch()
        editor.edit(command, path)
        return path.read_text("utf-8", errors="replace").strip() if path.exists() else ""
