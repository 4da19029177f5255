"""The study commands, one after the other, with the shipped decks."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from test_cli_session import Drill, drill, folder

__all__ = ["drill", "folder"]  # fixtures


def test_cards_are_found_and_read(drill: Drill) -> None:
    """By words, deck and level; a part of an id is enough to read one."""
    listed = drill("cards", "softmax", "--level", "m")
    assert listed.code == 0
    assert re.search(r"^stable-softmax +How do you .+ M   · new$", listed.out, re.MULTILINE)
    rows = drill("cards", "--deck", "python", "--json").data
    assert isinstance(rows, list)
    assert {row["deck"] for row in rows} == {"python"}
    assert set(rows[0]) == {"id", "deck", "level", "question", "topics", "last", "due", "is_due", "recall"}
    read = drill("card", "stable-soft")
    assert read.code == 0
    assert "“stable-soft” is stable-softmax" in read.err
    assert "── a model answer" in read.out
    data = drill("card", "stable-softmax", "--json").data
    assert isinstance(data, dict)
    assert {"core", "bonus", "traps", "answer", "numbers", "figure", "past"} <= set(data)


def test_next_plan_and_stats_begin_with_nothing(drill: Drill) -> None:
    """A new learner gets something to do, a plan and empty figures."""
    advice = drill("next", "--json").data
    assert isinstance(advice, dict)
    assert (advice["why"], advice["command"].split()[0]) == ("new", "drill")
    short = drill("next", "--minutes", "5", "--json").data
    assert isinstance(short, dict)
    assert short["minutes"] <= 5
    assert "  type      drill " in drill("next").out
    day = (datetime.now(UTC) + timedelta(days=5)).date()
    planned = drill("plan", "--interview", str(day), "--hours", "0.5")
    assert planned.code == 0
    assert "30 min a day" in planned.out
    plan = drill("plan", "--interview", str(day), "--json").data
    assert isinstance(plan, dict)
    assert plan["interview"] == str(day)
    assert "0 of the last 7 days practised" in drill("stats").out
    assert isinstance(drill("stats", "--json").data, dict)
    assert "nothing is due" in drill("review").out
    assert drill("review", "--json").data == []


def test_review_opens_a_drill_by_name(drill: Drill, folder: Path) -> None:
    """Due or not: the old file is archived, a fresh one made."""
    (folder / "solutions").mkdir()
    (folder / "solutions" / "softmax.py").write_text("mine = 1\n")
    opened = drill("review", "softm")
    assert opened.code == 0
    assert "“softm” is softmax" in opened.err
    assert "your last solution is kept as" in opened.out
    assert "NotImplementedError" in (folder / "solutions" / "softmax.py").read_text()


def test_cards_go_out_and_come_in(drill: Drill, folder: Path) -> None:
    """Anki's headers, JSON, and a deck of one's own that is listed then; a fault is named with its line and imports nothing."""
    out = drill("export", "anki", "cards.txt", "--deck", "python")
    assert re.fullmatch(r"\d+ cards written to cards.txt\n", out.out)
    assert (folder / "cards.txt").read_text().startswith("#separator:tab\n")
    assert drill("export", "json", "cards.json").code == 0
    assert json.loads((folder / "cards.json").read_text())["decks"]
    (folder / "mine.md").write_text("Q: What is a vector?\nA: An arrow.\n\nQ: What is a norm?\nA: A length.\n")
    taken = drill("import", "cards", "mine.md")
    assert taken.code == 0, taken.err
    assert taken.out.startswith("2 cards in your deck mine, kept in ")
    assert "What is a norm?" in drill("cards", "--deck", "mine").out
    (folder / "bad.csv").write_text("question,answer\nWhat?,This\nOnly a question\n")
    bad = drill("import", "cards", "bad.csv")
    assert (bad.code, bad.out) == (2, "")
    assert "line 3" in bad.err
    assert "bad" not in [row["deck"] for row in drill("cards", "--json").data]  # type: ignore[attr-defined]


def test_decks_are_proven(drill: Drill, tmp_path: Path) -> None:
    """A deck with a fault is told by name, as text and as JSON."""
    from study_pack import card, make_deck

    make_deck(tmp_path / "pack", "statistics", [card(drills=[])])
    proven = drill("verify", "--cards", "--path", str(tmp_path / "pack"))
    assert (proven.code, proven.out.splitlines()[-1]) == (0, "✓ 1 deck with 1 card proven")
    make_deck(tmp_path / "pack", "statistics", [card(drills=[], traps=[])])
    ran = drill("verify", "--cards", "--path", str(tmp_path / "pack"), "--json")
    assert ran.code == 1
    assert isinstance(ran.data, list)
    assert (ran.data[0]["deck"], ran.data[0]["ok"]) == ("statistics", False)


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("cards", "--deck", "cooking"), "no deck is called"),
        (("card", "no-such-card-at-all"), "no card is called"),
        (("quiz",), "drill quiz --json"),
        (("quiz", "--minutes", "-1", "--json"), "--minutes must be more than 0"),
        (("quiz", "--count", "0", "--json"), "--count must be 1 or more"),
        (("quiz", "--due", "--json"), "no card is due"),
        (("plan", "--interview", "soon"), "is no date"),
        (("plan", "--interview", "2001-01-01"), "is not after today"),
        (("plan",), "missing option"),
        (("next", "--minutes", "0"), "--minutes must be 1 or more"),
        (("export", "pdf", "x"), "no export is called pdf"),
        (("import", "drills", "x"), "drills cannot be imported"),
        (("import", "cards", "/no/such.md"), "/no/such.md"),
        (("verify", "--cards", "softmax"), "--cards proves whole decks"),
        (("verify", "--cards", "--mutate"), "--cards proves whole decks"),
        (("verify", "--matrix", "--mutate"), "two different proofs"),
        (("verify", "--strict"), "--strict goes with --cards"),
    ],
)
def test_wrong_use(drill: Drill, argv: tuple[str, ...], said: str) -> None:
    """Exit 2, nothing on standard output, an error and a hint on standard error."""
    ran = drill(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert re.match(r"error: .+\nhint: .+\n\Z", ran.err), ran.err
    assert said in ran.err
