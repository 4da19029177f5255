"""What cards, quizzes, plans and figures look like: at 80 columns, without colour, and as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fixture_pack import Clock, verdict
from rich.cells import cell_len
from sample_cards import shown
from study_pack import make_pack, make_study

from drillkit import practice, study
from drillkit.card import Figure, FigureKind, Series
from drillkit.catalogue import default_pack
from drillkit.deck_checks import DeckProof
from drillkit.decks import load
from drillkit.rules import Mark, Rating
from drillkit.study_results import Graded, Grading, Kind, Study
from drillkit.verdict import VerdictKind
from drillkit.views import asking, cards, deck_proofs, figures, planned, progress, study_data

DAY = 86_400.0
LIBRARY = load(default_pack(), own=None, cache=None)
MATRIX = Figure(
    kind=FigureKind.MATRIX,
    title="Actual (rows) by predicted (columns)",
    rows=("positive", "negative"),
    columns=("positive", "negative"),
    values=((40.0, 20.0), (10.0, 130.0)),
)


def curves(points: int) -> Figure:
    """Two curves that cross."""
    x = tuple(float(at) for at in range(1, points + 1))
    series = (Series(name="train", values=tuple(-at for at in x)), Series(name="validation", values=x))
    return Figure(kind=FigureKind.CURVES, title="Loss", x=x, x_label="epoch", y_label="loss", series=series)


@pytest.fixture
def s(tmp_path: Path) -> Iterator[Study]:
    """A study with a past: two cards graded, one drill passed, some time ago."""
    make_pack(tmp_path)
    clock = Clock()
    found = make_study(tmp_path, clock)
    graded(found, "card-1")
    graded(found, "card-2", core=Mark.MISSED)
    practice.start(found.practice, "softmax", minutes=10)
    clock.forward(240)
    practice.check(found.practice, "softmax", lambda *_: verdict(VerdictKind.PASSED, drill="softmax"))
    clock.forward(30 * DAY)
    yield found
    found.practice.history.close()


def graded(s: Study, name: str, *, core: Mark = Mark.SAID, traps: tuple[int, ...] = ()) -> Graded:
    """One grading, all core points marked the same."""
    card = s.library.by_id[name]
    return study.grade(s, card, Grading(core=(core,) * len(card.core), bonus=(Mark.PARTLY,) * len(card.bonus), traps=traps))


def test_a_matrix_is_a_table() -> None:
    """Columns stand below their names."""
    assert shown(figures.figure(MATRIX, width=80)).splitlines()[2:] == [
        "             positive   negative",
        "  positive         40         20",
        "  negative         10        130",
    ]


def test_curves_are_told_apart_by_signs_and_have_their_values_below() -> None:
    """A sign for each series, another where they meet, the exact values in the same columns."""
    text = shown(figures.figure(curves(3), width=80))
    lines = text.splitlines()
    plot = "".join(line.partition("│")[2] for line in lines)
    assert (plot.count("o"), plot.count("x")) == (3, 3)
    assert "  o train       -1 -2 -3" in lines
    assert "  x validation   1  2  3" in lines
    assert shown(figures.figure(curves(1), width=80)).count("=") == 0


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("points", [1, 2, 12, 30, 70])
def test_a_figure_keeps_its_width(points: int, width: int) -> None:
    """Many points lose the table of values, never the edge."""
    text = shown(figures.figure(curves(points), width=width), width=width)
    assert max(map(cell_len, text.splitlines())) <= width
    assert "x validation" in text
    assert "…" not in text or width == 40


def test_a_figure_to_be_drawn_waits_for_the_answer() -> None:
    """Where the learner is to sketch it, it belongs to the model answer."""
    sketched, read = LIBRARY.by_id["draw-loss-curves"], LIBRARY.by_id["loss-curve-diagnosis"]
    assert (sketched.figure_is_given, read.figure_is_given) == (False, True)
    assert "│" not in shown(cards.question(sketched, width=80))
    assert "│" in shown(cards.answer(sketched, width=80))


@pytest.mark.parametrize("name", list(LIBRARY.by_id))
def test_every_card_can_be_read_at_80_columns(name: str) -> None:
    """Question, points, traps, answer: no line is wider, nothing is cut off."""
    card = LIBRARY.by_id[name]
    deck = LIBRARY.deck(card.deck).title
    parts: Iterable[Any] = (
        *asking.asked(card, deck, number=10, total=20, width=80),
        *(part for at, text in enumerate(card.core) for part in asking.point(text, kind="core", number=at + 1, total=7, mentioned=True)),
        *cards.traps(card),
        *cards.answer(card, width=80),
    )
    text = shown(parts)
    assert max(map(cell_len, text.splitlines())) <= 80
    assert "…" not in text or "…" in card.answer + card.question + "".join((*card.core, *(trap.says + trap.why for trap in card.traps)))


def test_a_card_is_read_with_its_past(s: Study) -> None:
    """Points, traps, drills that are there and the last gradings."""
    text = shown(cards.reading(study.card(s, "card-2"), width=80))
    for part in (
        "must be said",
        "what people wrongly say",
        "a model answer",
        "drills    top-k",
        "✗ again",
        "due now",
        "drill quiz statistics",
    ):
        assert part in text


def test_the_list_of_cards_says_how_each_stands(s: Study) -> None:
    """By deck, with what is due."""
    states = study.cards(s)
    lines = [line.rstrip() for line in shown(cards.listing(states, s.library.decks, width=80)).splitlines()]
    assert [line.split()[0] for line in lines if line.endswith("· new")] == ["card-3", "card-4", "norm"]
    assert any(line.startswith("card-2") and line.endswith("✗ again, due") for line in lines)
    assert lines[-1] == "5 cards · 2 tried · 2 due · drill review — asks what is due"
    assert shown(cards.listing((), s.library.decks, width=80)) == "no card fits all of that\n"


def test_a_result_says_what_was_covered_and_when_it_comes_back(s: Study) -> None:
    """Counts, the points that were missing, the rating and its reason."""
    found = graded(s, "card-3", core=Mark.PARTLY, traps=(0,))
    text = shown((*asking.result(found, width=80), *asking.rated(found, s.today)))
    assert "covered   1.5 of 3 core points (50%) · 1 of 1 bonus · 1 trap said" in text
    assert "partly    The mean is the sum over the count" in text
    assert "rated     ✗ again · a trap was said · back tomorrow (22 Dec)" in text
    own = study.rerate(s, found, Rating.EASY)
    assert "✓ easy · your own choice; the proposal was again · back in" in shown(asking.rated(own, s.today))
    assert "to read again: card-3" in shown(asking.ending([found], 2))


def test_marks_are_told_apart_without_colour() -> None:
    """By a sign and a word."""
    assert [asking.marked(mark).plain.split() for mark in Mark] == [["✓", "said"], ["~", "partly"], ["✗", "missed"]]


def test_due_items_are_a_table(s: Study) -> None:
    """Cards and drills mixed, weakest recall first."""
    items = study.due(s)
    lines = shown(planned.due(items, width=80)).splitlines()
    assert [line.split()[:2] for line in lines[1:4]] == [[str(item.kind), item.target] for item in items]
    assert lines[-1] == "2 cards · 1 drill · about 14 min"
    assert shown(planned.due((), width=80)).startswith("nothing is due")


def test_advice_has_a_reason_and_a_command(s: Study) -> None:
    """What, why, what to type."""
    text = shown(planned.advice(study.recommend(s)))
    assert "why       due: " in text
    assert "type      drill " in text


@pytest.mark.parametrize("width", [60, 80, 120])
def test_everything_keeps_its_width(s: Study, width: int) -> None:
    """Plan, figures, due items and cards, with and without colour."""
    plan = study.plan(s, s.today + timedelta(days=25), 0.5)
    views: tuple[Callable[[], Iterable[Any]], ...] = (
        lambda: planned.plan(plan),
        lambda: progress.stats(study.stats(s)),
        lambda: planned.due(study.due(s), width=width),
        lambda: cards.listing(study.cards(s), s.library.decks, width=width),
        lambda: cards.reading(study.card(s, "card-1"), width=width),
    )
    for view in views:
        assert max(map(cell_len, shown(view(), width=width).splitlines())) <= width
        assert "\x1b" not in shown(view(), width=width)
        assert "\x1b" in shown(view(), width=width, colour=True)


def test_a_plan_shows_a_week_and_then_numbers(s: Study) -> None:
    """Today first, the last week marked, what there is no time for said."""
    text = shown(planned.plan(study.plan(s, s.today + timedelta(days=12), 0.1)))
    assert text.startswith("12 days until Saturday, 2 Jan 2027 · 6 min a day")
    assert "Mon 21 Dec (today)" in text
    assert "last week: weakest recall first" in text
    assert "day         review cards  review drills  new cards  new drills  min" in text
    assert "no time   for 2 drills" in text


def test_stats_show_heat_without_colour(s: Study) -> None:
    """A sign for each day, what is due, decks, topics, and times against the target."""
    text = shown(progress.stats(study.stats(s)))
    lines = text.splitlines()
    assert lines[0] == "0 of the last 7 days practised"
    week = next(line for line in lines if line.startswith("Sat  "))
    assert (week.count("▒"), week.count("·")) == (1, 24)
    assert "today      ━" in text
    assert "2 cards, 1 drill" in text
    assert any(line.split() == ["Statistics", "4", "2", "2", "50%", *line.split()[-1:]] for line in lines)
    assert any(line.split() == ["softmax", "10:00", "4:00", "4:00", "within,", "40%", "of", "the", "target"] for line in lines)


def test_data_is_json(s: Study) -> None:
    """Every shape survives JSON, days as ISO dates, words instead of numbers."""
    plan = study.plan(s, s.today + timedelta(days=3))
    found = json.loads(
        json.dumps(
            {
                "cards": study_data.cards(study.cards(s)),
                "card": study_data.card(study.card(s, "card-2")),
                "queue": study_data.queue(study.pick(s, deck="statistics")),
                "due": study_data.due(study.due(s)),
                "next": study_data.advice(study.recommend(s)),
                "plan": study_data.plan(plan),
                "stats": study_data.stats(study.stats(s)),
                "proofs": study_data.deck_proofs([DeckProof(deck="x", cards=1, ok=False, problems=("a",), notes=("b",))]),
            }
        )
    )
    assert [row["last"] for row in found["cards"]] == ["hard", "again", None, None, None]
    assert found["card"]["past"][0]["rating"] == "again"
    assert found["card"]["traps"] == [{"says": "The median is always smaller.", "why": "Only with a long right tail."}]
    assert set(found["queue"][0]) == {"id", "deck", "level", "question", "minutes"}
    assert {row["kind"] for row in found["due"]} == {"card", "drill"}
    assert found["next"]["why"] == "due"
    assert found["plan"]["days"][0]["day"] == s.today.isoformat()
    assert found["plan"]["days"][0]["tasks"][0]["kind"] in list(Kind)
    assert len(found["stats"]["activity"]) == 26 * 7
    assert date.fromisoformat(found["stats"]["due"][0]["day"]) == s.today
    assert found["proofs"] == [{"deck": "x", "cards": 1, "ok": False, "problems": ["a"], "notes": ["b"]}]


def test_the_proof_of_decks_names_what_is_wrong() -> None:
    """Problems and notes below their deck, and the sum."""
    bad = DeckProof(deck="x", cards=2, ok=False, problems=("y: there is no trap",), notes=("y: the related drill z is not written yet",))
    text = shown(deck_proofs.deck_proofs([bad, DeckProof(deck="w", cards=1, ok=True)]))
    assert text.splitlines() == [
        "✗ not proven · x · 2 cards · 1 note",
        "  ! y: there is no trap",
        "  · y: the related drill z is not written yet",
        "✓ proven · w · 1 card",
        "",
        "✗ 1 of 2 decks not proven: x",
    ]
