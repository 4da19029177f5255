"""Concept cards: as a list, and one to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from drillkit.card import Card, Deck
from drillkit.rules import Rating
from drillkit.study_results import CardState, CardView
from drillkit.views.figures import figure
from drillkit.views.layout import BAD, DIM, GOOD, MAX_PROSE, WARN, command, facts, hanging, line, section
from drillkit.views.texts import clean, counted, one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from drillkit.views.layout import Fact

RATINGS = {
    Rating.AGAIN: ("✗", "again", BAD),
    Rating.HARD: ("~", "hard", WARN),
    Rating.GOOD: ("✓", "good", GOOD),
    Rating.EASY: ("✓", "easy", GOOD),
}


def rating_text(rating: Rating) -> Text:
    """A rating in a sign and a word: `✓ good`."""
    sign, word, style = RATINGS[rating]
    return Text(f"{sign} {word}", style=style)


def state_text(state: CardState) -> Text:
    """How a card stands: `✓ good, due`."""
    if state.last is None:
        return Text("· new", style=DIM)
    text = rating_text(state.last)
    return text.append(", due", style=f"bold {WARN}") if state.due else text


def percent(share: float | None) -> str:
    """`72%`, and a dash for nothing known."""
    return "–" if share is None else f"{share:.0%}"


def day_text(day: date) -> str:
    """A day as a learner reads it: `25 Nov`."""
    return f"{day.day} {day:%b}"


def listing(states: Sequence[CardState], decks: Sequence[Deck], *, width: int) -> Iterator[RenderableType]:
    """A table of cards by deck, and a line of totals below."""
    if not states:
        yield Text("no card fits all of that")
        return
    titles = {deck.name: deck for deck in decks}
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=DIM, width=min(width, 120))
    widest = max(len(state.card.id) for state in states)
    table.add_column("card", no_wrap=True, overflow="ellipsis", width=min(widest, max(20, width - 44)))
    table.add_column("question", no_wrap=True, overflow="ellipsis", ratio=1)
    table.add_column("lv", no_wrap=True)
    table.add_column("state", no_wrap=True)
    for number, (name, group) in enumerate(groupby(states, key=lambda state: state.card.deck)):
        if number:
            table.add_row()
        table.add_row(Text(name, style="bold"), Text(one_line(titles[name].title), style="bold"))
        for state in group:
            table.add_row(Text(state.card.id), Text(one_line(state.card.question), style=DIM), Text(state.card.level), state_text(state))
    yield table
    yield Text()
    tried, due = sum(state.last is not None for state in states), sum(state.due for state in states)
    last = command("drill quiz", "asks them") if not due else command("drill review", "asks what is due")
    yield line(counted(len(states), "card"), f"{tried} tried" if tried else "", f"{due} due" if due else "", last)


def heading(card: Card, deck: str) -> Text:
    """A card's deck, level and id on one line."""
    return line(Text(one_line(deck), style=DIM), Text(card.level, style=DIM), Text(card.id, style=DIM))


def question(card: Card, *, width: int) -> Iterator[RenderableType]:
    """What is asked, with the figure if one is given."""
    yield Text(clean(card.question), style="bold")
    if card.figure is not None and card.figure_is_given:
        yield Text()
        yield from figure(card.figure, width=width)


def answer(card: Card, *, width: int) -> Iterator[RenderableType]:
    """The model answer, with the figure that the learner was to draw."""
    for number, block in enumerate(card.blocks):
        if number:
            yield Text()
        if block.startswith(" "):
            yield Text(clean(block), no_wrap=True, overflow="fold")
        else:
            yield Text(clean(block))
    if card.figure is not None and not card.figure_is_given:
        yield Text()
        yield from figure(card.figure, width=width)


def in_prose(renderables: Iterator[RenderableType], *, width: int) -> Padding:
    """Text no wider than reads well."""
    return Padding(Group(*renderables), (0, max(0, width - MAX_PROSE), 0, 0), expand=False)


def reading(view: CardView, *, width: int) -> Iterator[RenderableType]:
    """One card from the question to the past."""
    card = view.card
    yield heading(card, view.deck.title)
    yield Text()
    yield in_prose(question(card, width=width), width=width)
    yield Text()
    yield from _points("must be said", card.core)
    yield from _points("better still", card.bonus)
    if card.numbers:
        yield section("numbers")
        yield from (hanging("  = ", f"{one_line(n.label)}: {n.value:.10g} {n.unit}".rstrip()) for n in card.numbers)
        yield Text()
    yield from traps(card)
    yield section("a model answer")
    yield Text()
    yield in_prose(answer(card, width=width), width=width)
    yield Text()
    yield from _points("what they ask next", card.follow_ups)
    yield from facts(_facts(view))


def _points(title: str, points: Sequence[str]) -> Iterator[RenderableType]:
    if points:
        yield section(title)
        yield from (hanging("  · ", one_line(point)) for point in points)
        yield Text()


def traps(card: Card) -> Iterator[RenderableType]:
    """What people wrongly say, each with why it is wrong."""
    if not card.traps:
        return
    yield section("what people wrongly say")
    for trap in card.traps:
        yield hanging("  ✗ ", f"“{one_line(trap.says)}”")
        yield hanging("    ", one_line(trap.why), style=DIM)
    yield Text()


def _facts(view: CardView) -> Iterator[Fact]:
    if view.drills:
        yield "drills", Text(", ".join(drill.slug for drill in view.drills))
    if view.planned:
        yield "planned", Text(f"{', '.join(view.planned)} (not there yet)", style=DIM)
    if view.card.topics:
        yield "topics", Text(one_line(", ".join(view.card.topics)), style=DIM)
    for past in view.past[-5:]:
        yield day_text(past.day), line(rating_text(past.rating), f"{past.covered:.0%} of the core points")
    memory = view.state.memory
    if memory is not None:
        due = "due now" if view.state.due else f"due on {day_text(memory.due)}"
        yield "memory", line(due, f"{percent(view.state.recall)} likely to be recalled today")
    yield "next", command(f"drill quiz {view.card.deck}", "asks this deck")
