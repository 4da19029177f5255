"""A card as it is asked and graded: the question, points one by one, and what it came to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from drillkit.card import Card, Trap
from drillkit.rules import Mark
from drillkit.study_results import Graded, Tick, TypedNumber
from drillkit.views import cards
from drillkit.views.cards import day_text, in_prose, rating_text
from drillkit.views.layout import BAD, DIM, GOOD, WARN, Fact, facts, hanging, line, section
from drillkit.views.texts import clean, counted, one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

MARKS = {Mark.SAID: ("✓", "said", GOOD), Mark.PARTLY: ("~", "partly", WARN), Mark.MISSED: ("✗", "missed", BAD)}
_LABEL = 14


def asked(card: Card, deck: str, *, number: int, total: int, width: int) -> Iterator[RenderableType]:
    """The card's place in the quiz, and its question."""
    yield Text("─" * min(width, 80), style=DIM)
    yield line(Text(f"card {number} of {total}", style="bold"), cards.heading(card, deck))
    yield Text()
    yield in_prose(cards.question(card, width=width), width=width)
    yield Text()


def given(answer: str, *, width: int) -> Iterator[RenderableType]:
    """The learner's own answer, where it is not on the screen."""
    yield Text("your answer:", style=DIM)
    yield in_prose(iter([hanging("  ", clean(answer))]), width=width)
    yield Text()


def numbers(judged: Sequence[TypedNumber], card: Card) -> Iterator[RenderableType]:
    """What was typed for each number, and the right ones."""
    for found, number in zip(judged, card.numbers, strict=True):
        right = f"{number.value:.10g} {number.unit}".rstrip()
        if found.right:
            yield hanging("  ✓ ", f"{one_line(found.label)}: {one_line(found.typed)} is right", style=GOOD)
        else:
            yield hanging("  ✗ ", f"{one_line(found.label)} is {right}: {found.remark}", style=BAD)
    yield Text()


def point(text: str, *, kind: str, number: int, total: int, mentioned: bool) -> Iterator[RenderableType]:
    """One point to be marked; a reminder where its words occur in what was typed."""
    yield hanging(f"{f'{kind} {number} of {total}':<{_LABEL}}", one_line(text))
    if mentioned:
        yield hanging(" " * _LABEL, "its words are in your answer — was it right?", style="cyan")


def trap(found: Trap, *, number: int, total: int) -> Iterator[RenderableType]:
    """One wrong statement to be owned up to, without the reason yet."""
    yield hanging(f"{f'trap {number} of {total}':<{_LABEL}}", f"“{one_line(found.says)}”")


def marked(mark: Mark) -> Text:
    """The mark that a point was given."""
    sign, word, style = MARKS[mark]
    return Text(f"{'':{_LABEL}}{sign} {word}", style=style)


def trapped(found: Trap, *, said: bool) -> Iterator[RenderableType]:
    """Whether the trap was said, and why it is one."""
    yield Text(f"{'':{_LABEL}}{'✗ said' if said else '✓ not said'}", style=BAD if said else GOOD)
    yield hanging(" " * _LABEL, one_line(found.why), style=DIM)


def result(graded: Graded, *, width: int) -> Iterator[RenderableType]:
    """The model answer, then what was covered, and what is asked next."""
    card = graded.card
    yield Text()
    yield section("a model answer")
    yield Text()
    yield in_prose(cards.answer(card, width=width), width=width)
    yield Text()
    if card.follow_ups:
        yield section("what they ask next")
        yield from (hanging("  · ", one_line(text)) for text in card.follow_ups)
        yield Text()
    yield from facts(_covered(graded))


def _covered(graded: Graded) -> Iterator[Fact]:
    bonus = sum(tick.mark is not Mark.MISSED for tick in graded.bonus)
    said = len(graded.traps)
    yield (
        "covered",
        line(
            Text(f"{_sum(graded.core)} of {counted(len(graded.core), 'core point')} ({graded.covered:.0%})", style="bold"),
            f"{bonus} of {len(graded.bonus)} bonus" if graded.bonus else "",
            Text(counted(said, "trap") + " said", style=BAD) if said else "",
            f"{sum(found.right for found in graded.numbers)} of {counted(len(graded.numbers), 'number')} right" if graded.numbers else "",
        ),
    )
    for tick in graded.core:
        if tick.mark is not Mark.SAID:
            yield MARKS[tick.mark][1], Text(one_line(tick.point), style=MARKS[tick.mark][2])


def _sum(ticks: Sequence[Tick]) -> str:
    return f"{sum({Mark.SAID: 1.0, Mark.PARTLY: 0.5}.get(tick.mark, 0.0) for tick in ticks):g}"


def rated(graded: Graded, today: date) -> Iterator[RenderableType]:
    """The rating that counts, why, and when the card comes back."""
    own = graded.rating != graded.proposal.rating
    reason = f"your own choice; the proposal was {graded.proposal.rating.name.lower()}" if own else graded.proposal.reason
    yield from facts([("rated", line(rating_text(graded.rating), reason, f"back {when(graded.memory.due, today)}"))])


def when(due: date, today: date) -> str:
    """`tomorrow (22 Nov)`, `in 12 days (3 Dec)`."""
    days = (due - today).days
    if days <= 0:
        return "today"
    return f"tomorrow ({day_text(due)})" if days == 1 else f"in {days} days ({day_text(due)})"


def ending(results: Sequence[Graded], left: int) -> Iterator[RenderableType]:
    """A quiz at its end: how many cards, how well, and which to read again."""
    if not results:
        return
    mean = sum(graded.covered for graded in results) / len(results)
    yield line(
        Text(f"{counted(len(results), 'card')} graded and saved", style="bold"),
        f"{mean:.0%} of the core points",
        f"{left} not asked" if left else "",
    )
    weak = [graded.card.id for graded in results if graded.covered < 1 or graded.traps]
    if weak:
        yield hanging("  to read again: ", ", ".join(weak))
