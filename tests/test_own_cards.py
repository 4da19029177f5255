"""Own cards come in whole or not at all, and cards go out to Anki and as JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fixture_pack import Clock
from study_pack import card, make_deck, make_pack, make_study

from drillkit import study
from drillkit.catalogue import default_pack
from drillkit.decks import Library, load
from drillkit.errors import DrillError
from drillkit.rules import Mark
from drillkit.study_results import Grading, Study

MARKDOWN = """\
# My notes

Q: What is a p-value?
A: The chance of data at least as extreme, given the null hypothesis.

- Computed under the null
- Not the chance that the null is true,
  nor its opposite

## Deep learning

**Q:** What does this print?
**A:** It prints 1:

```python
Q: int = 1
- no point
print(Q)
```

Question: Third?
Answer: Yes.
"""


@pytest.fixture
def s(tmp_path: Path) -> Iterator[Study]:
    make_pack(tmp_path)
    made = make_study(tmp_path, Clock())
    yield made
    made.practice.history.close()


def put(tmp_path: Path, name: str, text: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def own(s: Study) -> Library:
    return load(s.data.parent / "drills", own=s.data / "decks", cache=s.data / "cache")


def test_markdown_becomes_a_deck(s, tmp_path):
    """Q: and A: open cards, bullets are points, headings give title and topic, code is left alone."""
    found = study.import_cards(s, put(tmp_path, "My notes.md", MARKDOWN)).deck
    assert (found.name, found.title, found.own) == ("my-notes", "My notes", True)
    first, second, third = found.cards
    assert (first.id, first.question) == ("my-notes-what-is-a-p-value", "What is a p-value?")
    assert first.core == ("Computed under the null", "Not the chance that the null is true, nor its opposite")
    assert first.answer.startswith("The chance of data at least as extreme")
    assert (second.topics, second.answer.count("Q: int = 1"), len(second.core)) == (("deep learning",), 1, 1)
    assert (third.question, third.answer, third.core) == ("Third?", "Yes.", ("Yes.",))
    assert own(s).deck("my-notes").cards == found.cards


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.tsv", "question\tanswer\tcore\tlevel\ttopics\nWhat?\tThis.\tone | two\teasy\tA, b\n"),
        ("t.csv", '\ufeffTopics,Answer,Question,Points,Level\n"a;b",This.,What?,one|two,E\n'),
        ("t.csv", "question;answer;core;level;topics\nWhat?;This.;one|two;E;a|b\n"),
        ("t.tsv", "#separator:tab\nfront\tback\tpoints\tlevel\ttags\nWhat?\tThis.\tone|two\tE\ta,b\n"),
    ],
    ids=["TSV", "CSV with BOM", "semicolons", "Anki's words"],
)
def test_table_becomes_a_deck(s, tmp_path, name, text, ending):
    """Tables with a header in any order of columns give the same card."""
    (found,) = study.import_cards(s, put(tmp_path, name, text.replace("\n", ending))).deck.cards
    assert (found.id, found.question, found.answer) == ("t-what", "What?", "This.")
    assert (found.core, found.level, found.topics) == (("one", "two"), "E", ("a", "b"))


def test_table_without_a_header(s, tmp_path):
    """Without a header the columns are question, answer and topics; a quoted cell may hold lines."""
    path = put(tmp_path, "plain.csv", 'What?,"One.\n\n- first\n- second"\nWhy?,Because.,logic\n')
    first, second = study.import_cards(s, path).deck.cards
    assert (first.core, second.topics) == (("first", "second"), ("logic",))


def test_own_toml_is_kept_as_it_is(s, tmp_path):
    """A deck in TOML is copied, figures and traps and all."""
    path = make_deck(tmp_path / "elsewhere", "mine", [card(id="my-card")])
    found = study.import_cards(s, path)
    assert found.path.read_text() == path.read_text()
    assert found.deck.cards[0].traps[0].why == "Only with a long right tail."


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("n.md", "Q: One?\nA: Yes.\n\nQ: Two?\nQ: Three?\nA: x\n", "line 4: the question has no answer", id="no answer"),
        pytest.param("n.md", "Q: One?\nA: Yes.\nQ: Two?\n", "line 3: the question has no answer", id="no answer at the end"),
        pytest.param("n.md", "Q: One?\nA: Yes.\nA: No.\n", "line 3: the answer has no question", id="no question"),
        pytest.param("n.md", "# T\n\nStray.\nQ: One?\nA: Yes.\n", "line 3: this belongs to no question", id="stray text"),
        pytest.param("n.md", "Q:\nA: Yes.\nQ: Two?\nA: y\n", "line 1: the question is empty", id="empty question"),
        pytest.param("n.md", "Q: One?\nA: Yes.\nQ: Two?\nA:\n", "line 3: the answer is empty", id="empty answer"),
        pytest.param("n.md", "Q: One?\nA: Yes.\n\nQ: One?\nA: No.\n", "line 4: the same question or id as in line 1", id="twice"),
        pytest.param("n.md", "", "holds no card", id="empty file"),
        pytest.param("n.csv", "a,b\nc\n", "line 2: 1 column, at least 2 are asked for", id="one column"),
        pytest.param("n.csv", "a,b\nc,d,e,f\n", "line 2: 4 columns, at most 3 are asked for", id="too many columns"),
        pytest.param("n.csv", 'a,"b\nb"\nc,\n', "line 3: the answer is empty", id="line after a cell of two lines"),
        pytest.param("n.csv", 'a,b\nc,"d" e\n', "line 2: ", id="bad quotes"),
        pytest.param("n.csv", 'a,b\n\nc,"d\n', "line 3: ", id="open quote"),
        pytest.param("n.csv", "question,answer,colour\na,b,c\n", "line 1: the column 'colour' is unknown", id="unknown column"),
        pytest.param("n.csv", "question,answer,level\na,b,E\nc,d,X\n", "line 3: `level` must be", id="unknown level"),
        pytest.param("n.csv", "question,answer,id\na,b,norm\n", "the id is taken by a card of vectors", id="taken id"),
        pytest.param(
            "n.toml", 'format = 1\ntitle = "T"\n\n[[card]]\nid = "a"\n', "n.toml, line 4: card a: `question` is missing", id="TOML"
        ),
        pytest.param("n.toml", "format = ", "is not TOML", id="no TOML"),
        pytest.param("n.md", b"Q: \xff\n", "is not UTF-8", id="not UTF-8"),
        pytest.param("n.docx", "x", "is of no known kind", id="unknown kind"),
        pytest.param("vectors.md", "Q: a\nA: b\n", "a deck of drillkit is called vectors", id="name of a shipped deck"),
        pytest.param("---.md", "Q: a\nA: b\n", "gives no name for a deck", id="no name"),
    ],
)
def test_bad_file_is_refused_whole(s, tmp_path, name, text, message):
    """The first fault is told with its line, and nothing at all is imported."""
    before = own(s)
    with pytest.raises(DrillError) as caught:
        study.import_cards(s, put(tmp_path, name, text))
    assert message in caught.value.message
    assert caught.value.hint
    assert own(s) == before
    assert not [*s.data.glob("decks/*"), *s.data.glob("decks/.*")]


def test_missing_file_is_told(s, tmp_path):
    """A file that is not there is an error, not a crash."""
    with pytest.raises(DrillError, match="cannot read"):
        study.import_cards(s, tmp_path / "nothing.md")
    with pytest.raises(DrillError, match="cannot read"):
        study.import_cards(s, tmp_path)


def test_second_import_replaces_and_keeps_the_past(s, tmp_path):
    """The same deck again takes the place of the old one; cards keep their ids and so their past; a bad one changes nothing."""
    path = put(tmp_path, "n.md", "Q: One?\nA: Yes.\nQ: Two?\nA: No.\n")
    one, two = study.import_cards(s, path).deck.cards
    made = study.open_study(s.practice, s.data, pack=s.data.parent / "drills", zone=s.zone)
    study.grade(made, two, Grading(core=(Mark.SAID,)))
    put(tmp_path, "n.md", "Q: New?\nA: x\nQ: Two?\nA: Quite another answer.\n")
    assert [found.id for found in study.import_cards(made, path).deck.cards] == ["n-new", two.id]
    made = study.open_study(s.practice, s.data, pack=s.data.parent / "drills", zone=s.zone)
    assert len(study.card(made, two.id).past) == 1
    put(tmp_path, "n.md", "Q: New?\n")
    with pytest.raises(DrillError):
        study.import_cards(made, path)
    assert [found.id for found in own(s).deck("n").cards] == ["n-new", two.id]
    assert own(s).get(one.id) is None


def test_any_text_survives_the_way_through_toml(s, tmp_path):
    """Quotes, backslashes, signs of TOML and other scripts come back as they were."""
    answer = 'C:\\new "quoted" \'\'\' """ # [x] = é 漢 θ \\u0041 ends with "'
    (found,) = study.import_cards(s, put(tmp_path, "n.md", f"Q: {answer}\nA: {answer}\n\nmore {answer}\n")).deck.cards
    assert (found.question, found.answer) == (answer, f"{answer}\n\nmore {answer}")


def test_questions_without_latin_letters_have_ids(s, tmp_path):
    """Questions in any script, and long ones, get ids of their own."""
    text = "Q: 什么是梯度?\nA: a\nQ: 什么是熵?\nA: b\nQ: " + "very " * 40 + "long?\nA: c\n"
    names = [found.id for found in study.import_cards(s, put(tmp_path, "n.md", text)).deck.cards]
    assert len(set(names)) == 3
    assert max(map(len, names)) < 80


# exports


def test_json_export_holds_everything(s, tmp_path):
    """The JSON has every card with what is remembered of it."""
    study.grade(s, s.library.by_id["norm"], Grading(core=(Mark.SAID,) * 3, bonus=(Mark.SAID,)))
    found = study.export_json(s, tmp_path / "out.json")
    data = json.loads(found.path.read_text(encoding="utf-8"))
    assert (found.cards, data["drillkit_cards"]) == (5, 1)
    norm = data["decks"][1]["cards"][0]
    assert (norm["id"], norm["core"][0], norm["memory"]["due"]) == ("norm", s.library.by_id["norm"].core[0], "2026-11-23")
    assert data["decks"][0]["cards"][0]["memory"] is None


def test_export_of_one_deck(s, tmp_path):
    """A deck may be exported by itself."""
    assert study.export_json(s, tmp_path / "out.json", deck="vec").cards == 1
    assert study.export_anki(s, tmp_path / "out.txt", deck="vec").cards == 1


@pytest.mark.parametrize("export", [study.export_anki, study.export_json])
def test_export_overwrites_only_exports(s, tmp_path, export):
    """An earlier export is replaced; any other file, or a folder, is left alone."""
    path = tmp_path / "out"
    export(s, path, deck="vec")
    assert export(s, path).cards == 5
    path.write_text("my thesis")
    with pytest.raises(DrillError, match="is no such export"):
        export(s, path)
    assert path.read_text() == "my thesis"
    with pytest.raises(DrillError, match="is no such export"):
        export(s, tmp_path)
    with pytest.raises(DrillError, match="cannot write"):
        export(s, tmp_path / "no" / "folder")
    assert sorted(found.name for found in tmp_path.iterdir() if found.name.startswith(".")) == []


def test_anki_lines(s, tmp_path):
    """Every note is one line of five fields, safe HTML, under headers that keep guid, deck and tags."""
    make_deck(tmp_path / "drills", "odd", [card(id="odd", question='a < b & "c" d', answer="x\n\n    y = 1\n", topics=["two words"])])
    made = study.open_study(s.practice, s.data, pack=tmp_path / "drills", zone=s.zone)
    lines = study.export_anki(made, tmp_path / "out.txt", deck="odd").path.read_text(encoding="utf-8").splitlines()
    assert lines[:6] == ["#separator:tab", "#html:true", "#guid column:1", "#notetype:Basic", "#deck column:2", "#tags column:5"]
    (note,) = lines[7:]
    guid, deck, front, back, tags = note.split("\t")
    assert (guid, deck, tags) == ("drillkit:odd", "drillkit::Odd", "drillkit level-E two-words")
    assert front == "a &lt; b &amp; &quot;c&quot; d"
    assert "<pre>&nbsp;&nbsp;&nbsp;&nbsp;y&nbsp;=&nbsp;1</pre>" in back
    assert "<b>Traps</b>" in back


ANKI = """
import json, sys, tempfile
from anki.collection import Collection, ImportCsvRequest
collection = Collection(tempfile.mkdtemp() + "/c.anki2")
def take():
    metadata = collection.get_csv_metadata(path=sys.argv[1], delimiter=None)
    log = collection.import_csv(ImportCsvRequest(path=sys.argv[1], metadata=metadata)).log
    return len(log.new), len(log.updated), len(log.duplicate)
first, second = take(), take()
text = open(sys.argv[1], encoding="utf-8").read()
open(sys.argv[1], "w", encoding="utf-8").write(text.replace("<b>Answer</b>", "<b>The answer</b>", 1))
third = take()
notes = {}
for number in collection.find_notes(""):
    note = collection.get_note(number)
    notes[note.guid] = [collection.decks.name(note.cards()[0].did), *note.fields, " ".join(note.tags), note.note_type()["name"]]
json.dump([first, second, third, notes], sys.stdout)
collection.close()
"""


def anki_python() -> str | None:
    """A Python that has the anki package: named by DRILLKIT_ANKI_PYTHON, else the one that runs the tests."""
    python = os.environ.get("DRILLKIT_ANKI_PYTHON", sys.executable)
    found = (
        shutil.which(python) is not None and subprocess.run([python, "-c", "import anki.collection"], capture_output=True).returncode == 0
    )
    return python if found else None


def test_anki_takes_the_export(s, tmp_path):
    """The real Anki imports all shipped cards, knows them again the second time, and updates one that was edited."""
    python = anki_python()
    if python is None:
        pytest.skip("the anki package is not installed (DRILLKIT_ANKI_PYTHON may name a Python that has it)")
    shipped = study.open_study(s.practice, s.data, pack=default_pack(), zone=s.zone)
    found = study.export_anki(shipped, tmp_path / "out.txt")
    lines = [line.split("\t") for line in found.path.read_text(encoding="utf-8").splitlines()[7:]]
    done = subprocess.run([python, "-c", ANKI, str(found.path)], capture_output=True, text=True, check=True)
    first, second, third, notes = json.loads(done.stdout)
    assert (first, second) == ([found.cards, 0, 0], [0, 0, found.cards])
    assert third == [0, 1, found.cards - 1]
    assert set(notes) == {line[0] for line in lines}
    for guid, deck, front, back, tags in lines[1:]:
        kept = notes[guid]
        assert kept[0] == deck
        assert (kept[1], kept[2]) == (front, back)
        assert sorted(kept[3].split()) == sorted(tags.split())
        assert kept[4] == "Basic"
