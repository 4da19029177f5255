"""`drill quiz` and `drill review`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from drillkit.cli.options import Json, decks, slugs
from drillkit.errors import DrillError

if TYPE_CHECKING:
    from drillkit.cli.asking import Asker
    from drillkit.cli.terminal import Terminal
    from drillkit.study_results import Item, Opened, Queue, Study

QUIZ_EXAMPLES = """\b
Examples:
  drill quiz                      what is due first, then new cards
  drill quiz linear-algebra --count 5
  drill quiz --missed --minutes 20

Every answer is saved when it is given and every card when it is graded: Ctrl-C loses nothing.
"""
REVIEW_EXAMPLES = """\b
Examples:
  drill review                    all that is due, weakest first
  drill review top-k              solve a drill again from a fresh stub
"""


def quiz(
    deck: Annotated[str | None, typer.Argument(metavar="[DECK]", help="Only this deck.", autocompletion=decks)] = None,
    level: Annotated[str | None, typer.Option(metavar="LEVEL", help="Only this level: E, M or H.")] = None,
    count: Annotated[int | None, typer.Option(metavar="N", help="At most so many cards.")] = None,
    minutes: Annotated[float | None, typer.Option(metavar="MINUTES", help="End after the card during which the time is up.")] = None,
    due: Annotated[bool, typer.Option("--due", help="Only cards that are due.")] = False,
    missed: Annotated[bool, typer.Option("--missed", help="Only cards that went wrong the last time.")] = False,
    json: Json = False,
) -> None:
    """Ask concept cards: you answer, tick what you said, then read the model answer."""
    from drillkit import study
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import study_data

    terminal = Terminal()
    _refuse_minutes(minutes)
    with edge.study() as s:
        if json:
            terminal.data(study_data.queue(study.pick(s, deck=deck, level=level, count=count, due=due, missed=missed)))
            return
        _need_terminal(terminal, "drill quiz asks on a terminal", "drill quiz --json gives the cards it would ask")
        queue = _resumed(terminal, s) or study.quiz(s, deck=deck, level=level, count=count, due=due, missed=missed)
        _run(terminal, s, queue, minutes)


def _refuse_minutes(minutes: float | None) -> None:
    if minutes is not None and not 0 < minutes < 24 * 60:
        raise DrillError(f"--minutes must be more than 0 and less than a day, not {minutes:g}", hint="it is the time you have")


def _need_terminal(terminal: Terminal, text: str, hint: str) -> None:
    if not terminal.is_interactive:
        raise DrillError(f"{text}, and this is none", hint=hint)


def _resumed(terminal: Terminal, s: Study) -> Queue | None:
    """What is left of an interrupted quiz, if the learner wants it."""
    from drillkit import study
    from drillkit.cli.asking import choose
    from drillkit.cli.keypress import ENTER
    from drillkit.views.texts import counted

    found = study.unfinished(s)
    if found is None:
        return None
    terminal.note(f"your last quiz was interrupted with {counted(len(found.cards), 'card')} to go")
    if choose(terminal, "Enter goes on with it · n begins the one you asked for", {ENTER: 0, "c": 0, "y": 0, "n": 0}) != "n":
        return found
    study.end(s, found.session)
    return None


def _run(terminal: Terminal, s: Study, queue: Queue, minutes: float | None) -> None:
    """Ask until the queue, the time or the learner's wish is at an end."""
    from drillkit import study
    from drillkit.cli.asking import Asker
    from drillkit.views import asking

    until = None if minutes is None else s.now + 60 * minutes
    asker = Asker(terminal, s, queue.session, queue.locked, queue.done + len(queue.cards))
    with _interruptible(terminal, asker, queue, "drill quiz"):
        for number, card in enumerate(queue.cards, queue.done + 1):
            goes_on = asker.ask(card, number)
            is_over = until is not None and s.now >= until
            if number < queue.done + len(queue.cards) and (is_over or not goes_on):
                study.end(s, queue.session)
                terminal.note("the time is up" if is_over and goes_on else "stopped")
                break
    terminal.show(asking.ending(asker.results, len(queue.cards) - len(asker.results)))


class _interruptible:  # noqa: N801  (reads as a statement)
    """Ctrl-C ends a quiz with a word on what is saved."""

    def __init__(self, terminal: Terminal, asker: Asker, queue: Queue, command: str) -> None:
        self._terminal, self._asker, self._queue, self._command = terminal, asker, queue, command

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is KeyboardInterrupt:
            done, total = len(self._asker.results), len(self._queue.cards)
            self._terminal.note(f"\ninterrupted: {done} of {total} cards graded, all of it saved; {self._command} goes on from here")


def review(
    slug: Annotated[str | None, typer.Argument(metavar="[SLUG]", help="Only this drill, due or not.", autocompletion=slugs)] = None,
    json: Json = False,
) -> None:
    """Go through what is due today, cards and drills, weakest recall first.

    A drill opens with a fresh stub and its clock running; your old file is archived beside it.
    """
    from drillkit import study
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import planned, study_data

    terminal = Terminal()
    with edge.study() as s:
        if slug is not None:
            _opened(terminal, study.open_drill(s, slug), slug)
            return
        items = study.due(s)
        if json:
            terminal.data(study_data.due(items))
            return
        rows = planned.MAX_ROWS if terminal.height is None else max(3, terminal.height - 7)
        terminal.show(planned.due(items, width=terminal.width, rows=rows))
        if items and terminal.is_interactive:
            _review(terminal, s, items)


def _review(terminal: Terminal, s: Study, items: Sequence[Item]) -> None:
    from drillkit import study
    from drillkit.cli.asking import Asker, choose
    from drillkit.cli.keypress import ENTER
    from drillkit.views import asking

    if choose(terminal, "Enter begins · q stops", {ENTER: 0, " ": 0, "q": 0}) == "q":
        return
    cards = sum(item.card is not None for item in items)
    before = study.unfinished(s)
    queue = study.quiz(s, due=True) if cards else None
    asker = Asker(terminal, s, queue.session if queue else 0, before.locked if before else {}, cards)
    stop: Callable[[], None] = (lambda: study.end(s, queue.session)) if queue else (lambda: None)
    number = 0
    for item in items:
        if item.card is not None and queue is not None:
            number += 1
            with _interruptible(terminal, asker, queue, "drill review"):
                goes_on = asker.ask(item.card, number)
        else:
            goes_on = _offer(terminal, s, item)
        if not goes_on:
            stop()
            break
    terminal.show(asking.ending(asker.results, cards - len(asker.results)))


def _offer(terminal: Terminal, s: Study, item: Item) -> bool:
    """Ask whether to solve a due drill now; False when it was opened or the learner stops."""
    from drillkit import study
    from drillkit.cli.asking import choose
    from drillkit.cli.keypress import ENTER
    from drillkit.views import planned

    terminal.show(planned.offered(item))
    key = choose(terminal, "Enter opens it, its clock starts · s skips it · q stops", {ENTER: 0, "s": 0, "q": 0})
    if key == ENTER:
        _opened(terminal, study.open_drill(s, item.target), None)
    return key == "s"


def _opened(terminal: Terminal, opened: Opened, given: str | None) -> None:
    from drillkit.cli import edge
    from drillkit.drill_folder import read_text
    from drillkit.views.opening import prompt, started
    from drillkit.views.planned import archived

    found = opened.started
    terminal.named(given, found.drill)
    terminal.show(prompt(found.drill, read_text(found.drill, "prompt.md")))
    terminal.show(["", *started(found, path=edge.shown(found.path))])
    if opened.archived is not None:
        terminal.show(archived(edge.shown(opened.archived)))
