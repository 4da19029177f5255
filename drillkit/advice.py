"""What to do next: one recommendation and its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drillkit.card import Card
from drillkit.drill import Drill, Level
from drillkit.errors import DrillError
from drillkit.knowledge import Knowledge, items, know
from drillkit.study_results import Advice, Item, Kind, Study, Why
from drillkit.weakness import Weakness, weakness

AT_ONCE = 10
_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a recommendation is made from; `minutes` is the time there is, None for any."""

    s: Study
    known: Knowledge
    weak: Weakness
    minutes: int | None

    def fits(self, minutes: float) -> bool:
        return self.minutes is None or minutes <= self.minutes

    def count(self, cards: list[Card]) -> int:
        """How many of the cards fit, at most ten."""
        used = taken = 0
        for card in cards[:AT_ONCE]:
            used += card.minutes
            if not self.fits(used):
                break
            taken += 1
        return taken


def recommend(s: Study, minutes: int | None = None) -> Advice:
    """The one thing to do next, and why: a running attempt, what is due, a weak topic, a follow-up, something new, the weakest.

    With `minutes`, only what fits; DrillError when nothing does.
    """
    if minutes is not None and minutes < 1:
        raise DrillError(f"--minutes must be 1 or more, not {minutes}", hint="it is the time you have")
    known = know(s)
    asked = _Asked(s=s, known=known, weak=weakness(s, known), minutes=minutes)
    ways: tuple[Callable[[_Asked], Iterator[Advice]], ...] = (_running, _due, _weak, _follow_up, _new, _weakest)
    found = next((advice for way in ways for advice in way(asked)), None)
    if found is None:
        hint = "give more minutes" if minutes is not None else "drill list shows the drills, drill cards the cards"
        raise DrillError("nothing fits" if minutes is not None else "there is nothing to recommend", hint=hint)
    return found


def _running(asked: _Asked) -> Iterator[Advice]:
    for slug, past in asked.known.pasts.items():
        drill, attempt = asked.s.practice.catalogue.get(slug), past.running
        if drill is None or attempt is None or attempt.is_time_up(asked.known.now):
            continue
        left = attempt.time_left(asked.known.now)
        minutes = drill.minutes if left is None else max(1, round(left / 60))
        if left is not None and asked.fits(minutes):
            yield _drill(drill, Why.RUNNING, f"its clock runs, {minutes} min left", minutes=minutes)


def _due(asked: _Asked) -> Iterator[Advice]:
    found = [item for item in items(asked.s, asked.known) if item.due <= asked.known.today and asked.fits(item.minutes)]
    if not found:
        return
    first = found[0]
    if first.drill is not None:
        yield _drill(first.drill, Why.DUE, _since(first, asked), command="drill review")
        return
    cards = [item.card for item in found if item.card is not None]
    count = asked.count(cards)
    title = f"{count} due card{'s' * (count > 1)}"
    command = f"drill quiz --due --count {count}"
    yield _cards("", title, Why.DUE, f"the weakest, {first.target}, was due {_since(first, asked)}", cards[:count], command)


def _since(item: Item, asked: _Asked) -> str:
    when = "today" if item.due == asked.known.today else f"since {item.due:%d %B}".replace(" 0", " ")
    text = f"{when}; the chance that you recall it is {item.recall:.0%}"
    return f"due {text}" if item.kind is Kind.DRILL else text


def _weak(asked: _Asked) -> Iterator[Advice]:
    for topic, (tried, badly) in asked.weak.topics.items():
        for drill in _untried(asked):
            if topic in drill.topics:
                yield _drill(drill, Why.WEAK, f"{topic}: {badly} of {tried} drills you tried went badly")
    for name, (tried, badly) in asked.weak.decks.items():
        cards = [card for card in asked.s.library.deck(name).cards if card.id not in asked.known.cards]
        if count := asked.count(cards):
            deck = asked.s.library.deck(name)
            reason = f"{deck.title}: {badly} of {tried} cards you tried went badly"
            yield _cards(name, deck.title, Why.WEAK, reason, cards[:count], f"drill quiz {name} --count {count}")


def _follow_up(asked: _Asked) -> Iterator[Advice]:
    catalogue = asked.s.practice.catalogue
    for slug, past in asked.known.pasts.items():
        passed = catalogue.get(slug)
        if passed is None or not past.is_passed:
            continue
        for drill in _untried(asked):
            if drill.slug in passed.related:
                yield _drill(drill, Why.FOLLOW_UP, f"it follows {slug}, which you passed")


def _new(asked: _Asked) -> Iterator[Advice]:
    for drill in sorted(_untried(asked), key=lambda drill: _LEVELS.index(drill.level)):
        yield _drill(drill, Why.NEW, "you have not tried it yet")
    for deck in asked.s.library.decks:
        cards = [card for card in deck.cards if card.id not in asked.known.cards]
        if count := asked.count(cards):
            reason = f"you have not tried {len(cards)} of its {len(deck.cards)} cards yet"
            yield _cards(deck.name, deck.title, Why.NEW, reason, cards[:count], f"drill quiz {deck.name} --count {count}")


def _weakest(asked: _Asked) -> Iterator[Advice]:
    found = [item for item in items(asked.s, asked.known) if asked.fits(item.minutes)]
    drill = next((item for item in found if item.drill is not None), None)
    if drill is not None and drill.drill is not None:
        yield _drill(
            drill.drill, Why.WEAK, f"nothing is due; you know it least, {drill.recall:.0%}", command=f"drill review {drill.target}"
        )
    cards = [item.card for item in found if item.card is not None]
    if count := asked.count(cards):
        reason = f"nothing is due; you know {cards[0].id} least"
        yield _cards("", f"{count} cards", Why.WEAK, reason, cards[:count], f"drill quiz --count {count}")


def _untried(asked: _Asked) -> Iterator[Drill]:
    """Drills without an attempt that fit the time, in the catalogue's order."""
    for drill in asked.s.practice.catalogue.drills:
        past = asked.known.pasts.get(drill.slug)
        if (past is None or not past.attempts) and asked.fits(drill.minutes):
            yield drill


def _drill(drill: Drill, why: Why, reason: str, *, minutes: int | None = None, command: str = "") -> Advice:
    return Advice(
        kind=Kind.DRILL,
        target=drill.slug,
        title=drill.title,
        why=why,
        reason=reason,
        minutes=drill.minutes if minutes is None else minutes,
        count=1,
        command=command or f"drill start {drill.slug}",
    )


def _cards(deck: str, title: str, why: Why, reason: str, cards: list[Card], command: str) -> Advice:
    minutes = sum(card.minutes for card in cards)
    return Advice(kind=Kind.CARD, target=deck, title=title, why=why, reason=reason, minutes=minutes, count=len(cards), command=command)
