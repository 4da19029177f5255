"""Decks are parsed strictly, found loosely, loaded through an index, and checked for what the pack promises."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from study_pack import ANSWER, CORE, card, make_deck, make_pack

from drillkit import deck_checks, decks
from drillkit.card import FigureKind, Number
from drillkit.catalogue import default_pack
from drillkit.catalogue import load as load_drills
from drillkit.deck_file import parse
from drillkit.drill import Level
from drillkit.errors import DrillError, InternalError
from drillkit.words import key_words, occurring

ROOT = Path(decks.__file__).parent.parent
MATRIX = {"kind": "matrix", "title": "T", "rows": ["a", "b"], "columns": ["c", "d"], "values": [[1, 2], [3, 4]]}
CURVES = {"kind": "curves", "title": "T", "x": [1, 2], "x_label": "epoch", "y_label": "loss", "series": [{"name": "s", "values": [1, 2]}]}


def load(pack: Path, cache: Path | None = None, own: Path | None = None) -> decks.Library:
    return decks.load(pack, own=own, cache=cache)


def test_whole_card_is_parsed(tmp_path):
    """Every key of a card ends in the record."""
    numbers = [{"label": "mean", "value": 3, "tolerance": 0.5, "unit": "%"}]
    deck, problems = parse(make_deck(tmp_path, cards=[card(numbers=numbers, figure=MATRIX)]))
    assert problems == ()
    assert deck is not None
    (found,) = deck.cards
    assert (deck.name, deck.title, deck.order, deck.own) == ("statistics", "Statistics", 1, False)
    assert (found.id, found.deck, found.level, found.core) == ("mean-versus-median", "statistics", Level.EASY, CORE)
    assert found.traps[0].says == "The median is always smaller."
    assert found.numbers == (Number(label="mean", value=3.0, tolerance=0.5, unit="%"),)
    assert found.figure is not None
    assert (found.figure.kind, found.figure.values) == (FigureKind.MATRIX, ((1, 2), (3, 4)))
    assert found.answer == ANSWER.rstrip("\n")


def test_answer_is_cut_into_blocks(tmp_path):
    """Paragraphs become one line each, indented lines stay as they are."""
    deck, _ = parse(make_deck(tmp_path, cards=[card(answer="One\ntwo.\n\n    x = 1\n    y = 2\n\nThree.")]))
    assert deck is not None
    assert deck.cards[0].blocks == ("One two.", "    x = 1\n    y = 2", "Three.")


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        pytest.param({"colour": "red"}, "unknown key `colour`", id="unknown key"),
        pytest.param({"core": None}, "`core` is missing", id="missing key"),
        pytest.param({"topics": None}, "`topics` is missing", id="missing key that an own deck may leave out"),
        pytest.param({"core": []}, "`core` must be", id="no point"),
        pytest.param({"core": ["a", "a"]}, "`core` must be", id="a point twice"),
        pytest.param({"core": "a"}, "`core` must be", id="text for a list"),
        pytest.param({"level": "X"}, "`level` must be", id="unknown level"),
        pytest.param({"level": ["E"]}, "`level` must be", id="list for a level"),
        pytest.param({"id": "Mean"}, "`id` must be", id="id that is none"),
        pytest.param({"question": " "}, "`question` must be", id="empty question"),
        pytest.param({"answer": "a\x07"}, "`answer` must be", id="control character"),
        pytest.param({"traps": [{"says": "x"}]}, "`traps 1: why` is missing", id="trap without why"),
        pytest.param({"traps": ["x"]}, "`traps` must be a list of tables", id="trap that is text"),
        pytest.param({"traps": [{"says": "x", "why": "y", "who": "z"}]}, "unknown key `traps 1: who`", id="unknown key of a trap"),
        pytest.param({"numbers": [{"label": "n", "value": True, "tolerance": 0}]}, "`numbers 1: value` must be", id="bool for a number"),
        pytest.param({"numbers": [{"label": "n", "value": 1, "tolerance": -1}]}, "`numbers 1: tolerance` must be", id="negative tolerance"),
        pytest.param({"figure": 3}, "`figure` must be a table", id="figure that is none"),
        pytest.param({"figure": MATRIX | {"kind": "pie"}}, "`figure.kind` must be", id="unknown kind"),
        pytest.param({"figure": MATRIX | {"values": [[1, 2]]}}, "`figure.values` must have a row", id="matrix of another shape"),
        pytest.param({"figure": MATRIX | {"values": [[1, 2], [3]]}}, "`figure.values` must be", id="ragged matrix"),
        pytest.param({"figure": CURVES | {"x": [1, 2, 3]}}, "has 2 values for 3 of x", id="curve of another length"),
        pytest.param({"figure": CURVES | {"series": []}}, "`figure.series` is missing", id="no curve"),
    ],
)
def test_bad_key_is_named(tmp_path, changes, text):
    """One wrong key gives one problem with file, line, card and key."""
    path = make_deck(tmp_path, cards=[card(id="first"), card(**changes)])
    deck, problems = parse(path)
    assert deck is None
    line = path.read_text().splitlines().index("[[card]]", 8) + 1
    name = "card 2" if "id" in changes else "card mean-versus-median"
    assert len(problems) == 1
    assert problems[0].startswith(f"{path}, line {line}: {name}: ")
    assert text in problems[0]


def test_all_problems_are_told(tmp_path):
    """A deck with several faults names every one of them at once."""
    _, problems = parse(make_deck(tmp_path, cards=[card(level="X"), card(core=[], colour="red")], order=0, shade=1))
    found = "\n".join(problems)
    assert len(problems) == 6
    assert all(word in found for word in ("order", "shade", "two cards have the id", "level", "core", "colour"))


@pytest.mark.parametrize("content", ["format = ", "format = 1\ntitle = 'T'\nsummary = 's'\norder = 1\n"], ids=["not TOML", "no card"])
def test_file_without_cards_is_refused(tmp_path, content):
    """What is no deck at all is a problem that names the file."""
    path = tmp_path / "statistics.toml"
    path.write_text(content)
    deck, problems = parse(path)
    assert deck is None
    assert problems[0].startswith(str(path))


def test_own_deck_needs_less(tmp_path):
    """A deck of the learner's own needs a title, and cards with question, points and answer."""
    path = tmp_path / "mine.toml"
    path.write_text('format = 1\ntitle = "Mine"\n[[card]]\nid = "a"\nquestion = "Q?"\ncore = ["p"]\nanswer = "A."\n')
    deck, problems = parse(path, own=True)
    assert problems == ()
    assert deck is not None
    assert deck.cards[0].level is Level.MEDIUM
    assert parse(path)[0] is None


def test_decks_come_in_order_and_own_ones_last(tmp_path):
    """Decks are sorted by their order, the learner's own follow."""
    make_deck(tmp_path, "b", [card(id="b-card")], order=1)
    make_deck(tmp_path, "a", [card(id="a-card")], order=2)
    own = make_deck(tmp_path / "home", "c", [card(id="c-card")], order=1).parent
    library = load(tmp_path, own=own)
    assert [(deck.name, deck.own) for deck in library.decks] == [("b", False), ("a", False), ("c", True)]
    assert list(library.by_id) == ["b-card", "a-card", "c-card"]


def test_broken_deck_does_not_stop_the_others(tmp_path):
    """A deck that cannot be read is left out and told when it is asked for; a taken id breaks the later deck."""
    make_deck(tmp_path, "bad", [card(level="X")])
    make_deck(tmp_path, "good")
    own = make_deck(tmp_path / "home", "mine").parent
    library = load(tmp_path, own=own)
    assert [deck.name for deck in library.decks] == ["good"]
    assert [broken.name for broken in library.problems] == ["bad", "mine"]
    with pytest.raises(InternalError, match="level"):
        library.match_deck("bad")
    with pytest.raises(DrillError, match="the id is taken by a card of good"):
        library.match_deck("mine")


@pytest.mark.parametrize(("text", "name"), [("norm", "norm"), ("Card 2", "card-2"), ("card_2", "card-2"), ("nrom", "norm")])
def test_cards_are_matched_loosely(tmp_path, text, name):
    """A card's id may be typed loosely."""
    make_pack(tmp_path)
    assert load(tmp_path / "drills").match_card(text).id == name


def test_what_matches_nothing_or_several_is_told(tmp_path):
    """Unknown and ambiguous names are refused with what there is."""
    make_pack(tmp_path)
    library = load(tmp_path / "drills")
    with pytest.raises(DrillError, match='"card" may be card-1, card-2, card-3 or card-4'):
        library.match_card("card")
    with pytest.raises(DrillError, match='no card is called "zzz"'):
        library.match_card("zzz")
    with pytest.raises(DrillError, match='no deck is called "zzz"') as caught:
        library.match_deck("zzz")
    assert caught.value.hint == "the decks are statistics, vectors"


def test_cards_are_filtered(tmp_path):
    """Text, deck and level narrow the cards; all words must occur."""
    make_pack(tmp_path)
    library = load(tmp_path / "drills")
    assert [found.id for found in library.filter(text="norm what")] == ["norm"]
    assert [found.id for found in library.filter(deck="vec")] == ["norm"]
    assert [found.id for found in library.filter(level="medium")] == ["norm"]
    assert library.filter(text="norm", level="E") == ()
    with pytest.raises(DrillError, match="no level is called"):
        library.filter(level="X")


def test_index_gives_the_same_decks(tmp_path):
    """What comes from the index equals what comes from the files, figures and numbers included, and no TOML is parsed."""
    make_deck(tmp_path, cards=[card(figure=CURVES, numbers=[{"label": "n", "value": 1, "tolerance": 0, "unit": ""}])])
    cache = tmp_path / "cache"
    assert load(tmp_path, cache) == load(tmp_path, cache) == load(tmp_path)
    code = (
        "import sys; from pathlib import Path; from drillkit import decks;"
        f"decks.load(Path({str(tmp_path)!r}), own=None, cache=Path({str(cache)!r}));"
        "print(sorted({'tomllib', 'numpy', 'pytest', 'fsrs', 'rich'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT).stdout == "[]\n"


def test_index_follows_the_files(tmp_path):
    """An edited, a new and a removed deck are seen; a damaged index is made anew."""
    cache = tmp_path / "cache"
    path = make_deck(tmp_path)
    load(tmp_path, cache)
    make_deck(tmp_path, cards=[card(question="Another?")])
    assert load(tmp_path, cache).cards[0].question == "Another?"
    make_deck(tmp_path, "second", [card(id="second")])
    assert len(load(tmp_path, cache).decks) == 2
    path.unlink()
    assert [deck.name for deck in load(tmp_path, cache).decks] == ["second"]
    (cache / decks.INDEX_NAME).write_bytes(b"00000000\n{}")
    assert [deck.name for deck in load(tmp_path, cache).decks] == ["second"]


def check(pack: Path, **options) -> dict[str, deck_checks.DeckProof]:
    return {proof.deck: proof for proof in deck_checks.check(pack, frozenset({"top-k"}), **options)}


def test_good_deck_passes(tmp_path):
    """A deck in order has no problem and no note."""
    make_deck(tmp_path)
    assert check(tmp_path) == {"statistics": deck_checks.DeckProof(deck="statistics", cards=1, ok=True)}


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        pytest.param({"core": CORE[:2]}, "2 core points; 3 to 7 are asked for", id="too few points"),
        pytest.param({"core": [*CORE, "q", "r", "s", "t", "u"]}, "8 core points; 3 to 7 are asked for", id="too many points"),
        pytest.param({"traps": []}, "there is no trap", id="no trap"),
        pytest.param({"answer": "The mean is the sum over the count."}, "does not cover the core point “The median is", id="point omitted"),
        pytest.param({"drills": ["nowhere"]}, "the related drill nowhere is unknown", id="unknown drill"),
        pytest.param({"bonus": ["x" * 77]}, "`bonus` is too wide", id="word too long"),
        pytest.param({"answer": ANSWER + "\n    " + "x " * 40}, "the answer's code is too wide", id="code too wide"),
        pytest.param({"figure": MATRIX | {"columns": ["c" * 40, "d" * 40]}}, "the figure is too wide", id="figure too wide"),
    ],
)
def test_faulty_card_is_caught(tmp_path, changes, text):
    """Each promise about a card is checked."""
    make_deck(tmp_path, cards=[card(**changes)])
    proof = check(tmp_path)["statistics"]
    assert not proof.ok
    assert any(problem.startswith("mean-versus-median: ") and text in problem for problem in proof.problems)


IDS = 'format = 1\ndrills = ["planned"]\n[decks]\nstatistics = ["mean-versus-median"]\n'


def with_ids(pack: Path, text: str = IDS) -> Path:
    (pack / "concepts" / "ids.toml").write_text(text)
    return pack


def test_planned_drill_is_only_noted(tmp_path):
    """A related drill that is planned is a note, and a failure only when strict."""
    make_deck(tmp_path, cards=[card(drills=["planned", "top-k"])])
    with_ids(tmp_path)
    proof = check(tmp_path)["statistics"]
    assert (proof.ok, proof.problems, proof.notes) == (True, (), ("mean-versus-median: the related drill planned is not written yet",))
    assert not check(tmp_path, strict=True)["statistics"].ok


def test_removed_and_unlisted_cards_are_caught(tmp_path):
    """A card of the list that is gone is told, and so is a card that the list does not know."""
    make_deck(tmp_path, cards=[card(id="new")])
    problems = check(with_ids(tmp_path))["statistics"].problems
    assert problems == (
        "the card mean-versus-median is gone; put it back, or take it out of ids.toml",
        "the card new is not in ids.toml; add it",
    )


def test_removed_deck_is_caught(tmp_path):
    """A deck of the list that is gone is told."""
    make_deck(tmp_path, "other", [card(id="other")])
    proofs = check(with_ids(tmp_path, IDS + 'other = ["other"]\n'))
    assert proofs["other"].ok
    assert proofs["ids.toml"].problems == ("the deck statistics is gone, with its 1 cards",)


@pytest.mark.parametrize("text", ["format = 2\ndrills = []\n", "drills = 3\n", IDS + "more = 3\n", "x"])
def test_bad_list_of_ids_is_told(tmp_path, text):
    """A list of ids that cannot be read fails by itself."""
    make_deck(tmp_path)
    assert not check(with_ids(tmp_path, text))["ids.toml"].ok


def test_ids_are_unique_over_decks(tmp_path):
    """One id in two decks fails the second."""
    make_deck(tmp_path, "a", order=1)
    make_deck(tmp_path, "b", order=2, cards=[card(question="Another?")])
    proofs = check(tmp_path)
    assert proofs["a"].ok
    assert "the id is taken by a card of a" in proofs["b"].problems[0]


def test_shipped_decks_pass():
    """The decks that come with the package keep every promise."""
    drills = frozenset(drill.slug for drill in load_drills(default_pack(), cache=None).drills)
    proofs = deck_checks.check(default_pack(), drills)
    assert [problem for proof in proofs for problem in proof.problems] == []
    assert sum(proof.cards for proof in proofs) == 235


def test_most_omitted_points_are_caught():
    """Of the shipped cards' points, taken out of their answers sentence by sentence, most are reported."""
    caught = total = 0
    for found in load(default_pack()).cards:
        sentences = re.split(r"(?<=[.!?:;])\s+|\n\s*\n", found.answer)
        for point in found.core:
            if len(key_words(point)) < 4:
                continue
            left = [text for text in sentences if occurring(point, text) < 0.34]
            total += 1
            caught += deck_checks.uncovered(replace(found, core=(point,), answer=" ".join(left))) != ()
    assert caught / total > 0.66
