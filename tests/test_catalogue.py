"""Drills are parsed strictly, found loosely and loaded fast."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest
from fixture_pack import HINTS, make_drill, write_toml

from drillkit import catalogue, drill_folder
from drillkit.catalogue import Catalogue, load, parse
from drillkit.drill import Level, Limits, Part
from drillkit.drill_folder import Equivalent, read_equivalents
from drillkit.errors import DrillError, InternalError

SLUGS = {
    "top-k": "retrieval",
    "cosine-similarity": "retrieval",
    "hard-negatives": "retrieval",
    "confusion-matrix": "metrics",
    "k-means": "models",
    "k-fold": "evaluation",
    "softmax": "neural-nets",
}
EQUIVALENT = {"file": "accepted/loop.py", "mutant": "solve: a < b", "reason": "a is never b"}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "drills"
    for slug, track in SLUGS.items():
        make_drill(folder, slug, track)
    return folder


@pytest.fixture
def drills(pack: Path) -> Catalogue:
    return load(pack, cache=None)


def test_whole_drill_is_parsed(tmp_path):
    """Every key of drill.toml ends in the record, slug and track come from the folders."""
    folder = make_drill(
        tmp_path,
        stretch=["test_two"],
        follow_ups=["Why?"],
        related=["softmax"],
        cards=["dot-product"],
        may_change_arguments=True,
        limits={"seconds": 2, "memory_mb": 256},
        part=[{"title": "First"}, {"title": "Second"}],
        equivalent=[EQUIVALENT],
    )
    drill, problems = parse(folder)
    assert problems == ()
    assert drill is not None
    assert (drill.slug, drill.track, drill.module, drill.folder) == ("top-k", "retrieval", "top_k", folder)
    assert (drill.level, drill.minutes, drill.entry, drill.required, drill.stretch) == (
        Level.MEDIUM,
        15,
        ("solve",),
        ("test_one",),
        ("test_two",),
    )
    assert drill.limits == Limits(seconds=2.0, memory_mb=256)
    assert drill.parts == (Part(number=1, title="First"), Part(number=2, title="Second"))
    assert (drill.follow_ups, drill.related, drill.cards, drill.may_change_arguments) == (("Why?",), ("softmax",), ("dot-product",), True)
    assert read_equivalents(drill) == (Equivalent(file="accepted/loop.py", mutant="solve: a < b", reason="a is never b"),)


def test_optional_keys_have_defaults(tmp_path):
    """A drill.toml with only the needed keys gives the default limits and empty lists."""
    drill, _ = parse(make_drill(tmp_path))
    assert drill is not None
    assert (drill.limits, drill.parts, drill.stretch, drill.may_change_arguments) == (Limits(), (), (), False)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        pytest.param({"colour": "red"}, "unknown key `colour`", id="unknown key"),
        pytest.param({"title": None}, "`title` is missing", id="missing key"),
        pytest.param({"format": 2}, "`format` must be 1", id="other format"),
        pytest.param({"format": True}, "`format` must be 1", id="true is not 1"),
        pytest.param({"minutes": "15"}, "`minutes` must be a whole number", id="text for a number"),
        pytest.param({"minutes": True}, "`minutes` must be a whole number", id="bool for a number"),
        pytest.param({"minutes": 0}, "`minutes` must be a whole number", id="no minutes"),
        pytest.param({"level": "X"}, "`level` must be", id="unknown level"),
        pytest.param({"level": ["E"]}, "`level` must be", id="list for a level"),
        pytest.param({"roles": ["pilot"]}, "`roles` must be", id="unknown role"),
        pytest.param({"roles": "ml-engineer"}, "`roles` must be a list", id="text for a list"),
        pytest.param({"topics": []}, "`topics` must be", id="no topic"),
        pytest.param({"topics": [["a"]]}, "`topics` must be", id="list of lists"),
        pytest.param({"entry": ["not a name"]}, "`entry` must be", id="entry that is no name"),
        pytest.param({"entry": ["class"]}, "`entry` must be", id="entry that is a keyword"),
        pytest.param({"required": ["one"]}, "`required` must be", id="not a test"),
        pytest.param({"required": ["test_one", "test_one"]}, "`required` must be", id="a test twice"),
        pytest.param({"required": []}, "`required` must be", id="no test"),
        pytest.param({"stretch": ["test_one"]}, "`test_one` is in `required` and in `stretch`", id="required and stretch"),
        pytest.param({"title": "two\nlines"}, "`title` must be one line", id="title of two lines"),
        pytest.param({"related": ["Top K"]}, "`related` must be", id="related is no slug"),
        pytest.param({"may_change_arguments": 1}, "`may_change_arguments` must be true or false", id="1 for true"),
        pytest.param({"limits": {"hours": 1}}, "unknown key `limits.hours`", id="unknown limit"),
        pytest.param({"limits": {"seconds": 0}}, "`limits.seconds` must be", id="no time"),
        pytest.param({"limits": {"memory_mb": 1.5}}, "`limits.memory_mb` must be", id="half a megabyte"),
        pytest.param({"part": [{"title": "One"}, {}]}, "`part 2: title` is missing", id="part without title"),
        pytest.param({"part": [{"title": "One", "number": 1}]}, "unknown key `part 1: number`", id="unknown key of a part"),
        pytest.param({"equivalent": [{**EQUIVALENT, "file": "stub.py"}]}, "`equivalent 1: file` must be", id="mutant of no solution"),
        pytest.param({"equivalent": [EQUIVALENT, {**EQUIVALENT, "reason": " "}]}, "`equivalent 2: reason` must be", id="no reason"),
        pytest.param({"equivalent": [{**EQUIVALENT, "line": 3}]}, "unknown key `equivalent 1: line`", id="unknown key of an equivalent"),
    ],
)
def test_bad_key_is_named(tmp_path, changes, key):
    """One wrong key gives one problem, which names the file and the key."""
    drill, problems = parse(make_drill(tmp_path, **changes))
    assert drill is None
    assert len(problems) == 1
    assert problems[0].startswith(f"{tmp_path}/retrieval/top-k/drill.toml: ")
    assert key in problems[0]


def test_all_problems_are_told(tmp_path):
    """A drill with several faults names every one of them at once."""
    _, problems = parse(make_drill(tmp_path, slug="Top_K", track="cooking", title=None, level="X", colour="red", limits={"hours": 1}))
    found = "\n".join(problems)
    assert len(problems) == 6
    assert all(word in found for word in ("Top_K", "cooking", "title", "level", "colour", "hours"))


@pytest.mark.parametrize("table", ["limits = 3\n", "part = 3\n", "part = [3]\n", "equivalent = [3]\n"])
def test_table_that_is_none_is_refused(tmp_path, table):
    """A plain value where a table belongs is a problem of its own."""
    path = write_toml(tmp_path / "retrieval" / "top-k")
    path.write_text(path.read_text() + table)
    drill, problems = parse(path.parent)
    assert drill is None
    assert f"`{table.split()[0]}` must be a" in problems[0]


@pytest.mark.parametrize("slug", ["top_k", "Top-k", "2-sum", "top--k", "top-k-", "statistics", "class"])
def test_bad_slug_is_refused(tmp_path, slug):
    """A folder's name that is no slug, or that would hide a Python module, is refused."""
    drill, problems = parse(make_drill(tmp_path, slug))
    assert drill is None
    assert [slug in problem for problem in problems] == [True]


@pytest.mark.parametrize("content", [b"title = ", b'title = "\xff"\n'], ids=["not TOML", "not UTF-8"])
def test_unreadable_toml_is_a_problem(tmp_path, content):
    """A file that does not parse is a problem that names the file."""
    path = write_toml(tmp_path / "retrieval" / "top-k")
    path.write_bytes(content)
    drill, problems = parse(path.parent)
    assert drill is None
    assert str(path) in problems[0]


def test_hints_are_sections(tmp_path):
    """Each `## ` heading outside a fence opens a hint."""
    drill, _ = parse(make_drill(tmp_path))
    assert drill is not None
    hints = drill_folder.read_hints(drill)
    assert [(hint.number, hint.title) for hint in hints] == [(1, "The idea"), (2, "The shapes"), (3, "The outline")]
    assert [hint.body for hint in hints] == ["Think.", "```python\n## not a heading\n```", "Write it."]
    assert "The idea" in HINTS


@pytest.mark.parametrize("content", [None, b"\xff", b"no heading\n"], ids=["missing", "not UTF-8", "no heading"])
def test_broken_hints_are_ours(tmp_path, content):
    """Hints that are missing, garbled or without a heading are an author's fault."""
    folder = make_drill(tmp_path)
    (folder / "hints.md").unlink()
    if content is not None:
        (folder / "hints.md").write_bytes(content)
    drill, _ = parse(folder)
    assert drill is not None
    with pytest.raises(InternalError, match=r"hints\.md"):
        drill_folder.read_hints(drill)


def test_order_is_track_level_slug(tmp_path):
    """Drills come by track in the catalogue's order, then E M H, then slug."""
    for slug, track, level in [
        ("zeta", "metrics", "E"),
        ("beta", "retrieval", "H"),
        ("gamma", "retrieval", "E"),
        ("alpha", "retrieval", "M"),
        ("delta", "retrieval", "E"),
    ]:
        make_drill(tmp_path, slug, track, level=level)
    assert [drill.slug for drill in load(tmp_path, cache=None).drills] == ["delta", "gamma", "alpha", "beta", "zeta"]


def test_decks_and_loose_files_are_no_drills(pack):
    """The decks' folder, hidden folders, folders without drill.toml and plain files are passed over."""
    write_toml(pack / "concepts" / "a-deck")
    write_toml(pack / ".git" / "a-hook")
    (pack / "models" / "unfinished").mkdir()
    (pack / "README.md").write_text("drills\n")
    found = load(pack, cache=None)
    assert {drill.slug for drill in found.drills} == set(SLUGS)
    assert found.problems == ()


def test_broken_drill_leaves_the_others(pack):
    """A broken drill is left out and named with its problems; asking for it says what is wrong."""
    write_toml(pack / "retrieval" / "top-k", level="X", title=None)
    found = load(pack, cache=None)
    assert {drill.slug for drill in found.drills} == set(SLUGS) - {"top-k"}
    assert [(broken.slug, len(broken.problems)) for broken in found.problems] == [("top-k", 2)]
    with pytest.raises(InternalError, match=r"retrieval/top-k/drill\.toml.*\(and 1 more\)"):
        found.match("top-k")


def test_slug_in_two_tracks_is_a_problem(pack):
    """The second folder of one slug is broken, the first stays."""
    make_drill(pack, "top-k", "text")
    found = load(pack, cache=None)
    assert [drill.track for drill in found.drills if drill.slug == "top-k"] == ["retrieval"]
    assert "taken by" in found.problems[0].problems[0]


def test_own_folder_of_a_drill_is_a_pack(pack):
    """The folder of one drill loads as a catalogue of that drill."""
    assert [drill.slug for drill in load(pack / "models" / "k-means", cache=None).drills] == ["k-means"]


def test_missing_pack_is_ours(tmp_path):
    """A pack that is not there is named."""
    with pytest.raises(InternalError, match="nowhere"):
        load(tmp_path / "nowhere", cache=None)


def test_default_pack_of_a_checkout():
    """In a checkout the pack lies beside the package."""
    assert catalogue.default_pack() == Path(catalogue.__file__).parent.parent / "drills"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("top-k", "top-k"),
        ("topk", "top-k"),
        ("TOP_K", "top-k"),
        ("top k", "top-k"),
        ("confusion", "confusion-matrix"),
        ("negatives", "hard-negatives"),
        ("cm", "confusion-matrix"),
        ("conf mat", "confusion-matrix"),
        ("sofmax", "softmax"),
        ("cosin-similarty", "cosine-similarity"),
    ],
)
def test_loose_name_finds_its_drill(drills, text, slug):
    """Case, separators, a beginning, a part, initials and a misspelling all find the one drill meant."""
    assert drills.match(text).slug == slug


def test_exact_slug_wins_over_longer_ones(tmp_path):
    """A slug that begins other slugs is still found by its own name."""
    for slug in ("knn", "knn-vote"):
        make_drill(tmp_path, slug, "models")
    assert load(tmp_path, cache=None).match("knn").slug == "knn"


def test_ambiguous_name_offers_all(drills):
    """A name that fits several drills is refused with all of them."""
    with pytest.raises(DrillError) as caught:
        drills.match("k-")
    assert (caught.value.exit_code, caught.value.message) == (2, '"k-" may be k-fold or k-means')


def test_unknown_name_offers_the_nearest(drills):
    """A name that fits nothing is refused with what looks most like it."""
    with pytest.raises(DrillError, match='no drill is called "confmatrixes"') as caught:
        drills.match("confmatrixes")
    assert caught.value.hint.startswith("did you mean confusion-matrix")


@pytest.mark.parametrize("text", ["", "  ", "--", "xyzzy"])
def test_hopeless_name_points_to_the_list(drills, text):
    """A name that looks like no drill points to the list."""
    with pytest.raises(DrillError) as caught:
        drills.match(text)
    assert caught.value.hint == "drill list shows them all"


@pytest.fixture
def varied(tmp_path: Path) -> Catalogue:
    make_drill(tmp_path, "top-k", minutes=15, level="M", topics=["similarity"], roles=["ml-engineer"], title="Best documents")
    make_drill(tmp_path, "softmax", "neural-nets", minutes=10, level="E", topics=["stability"], roles=["data-scientist"], title="Softmax")
    return load(tmp_path, cache=None)


@pytest.mark.parametrize(
    ("filters", "slugs"),
    [
        ({}, ["top-k", "softmax"]),
        ({"track": "neural nets"}, ["softmax"]),
        ({"track": "algorithms"}, []),
        ({"level": "e"}, ["softmax"]),
        ({"level": "Medium"}, ["top-k"]),
        ({"topic": "Stability"}, ["softmax"]),
        ({"topic": "ity"}, ["top-k", "softmax"]),
        ({"role": "ML Engineer"}, ["top-k"]),
        ({"role": "data-engineer"}, []),
        ({"minutes_max": 10}, ["softmax"]),
        ({"minutes_max": 15}, ["top-k", "softmax"]),
        ({"text": "best DOC"}, ["top-k"]),
        ({"text": "documents similarity"}, ["top-k"]),
        ({"text": "top k"}, ["top-k"]),
        ({"text": "best softmax"}, []),
        ({"text": "o", "level": "E", "minutes_max": 10}, ["softmax"]),
    ],
)
def test_filters_narrow_the_list(varied, filters, slugs):
    """Only drills that pass every filter are left."""
    assert [drill.slug for drill in varied.filter(**filters)] == slugs


@pytest.mark.parametrize(
    ("filters", "known"),
    [
        ({"track": "cooking"}, "known: retrieval, preprocessing"),
        ({"level": "X"}, "known: E, M, H"),
        ({"level": ""}, "known: E, M, H"),
        ({"topic": "cooking"}, "drill list --topics"),
        ({"topic": "stable"}, "did you mean stability?"),
        ({"role": "pilot"}, "known: ml-engineer, ai-engineer"),
        ({"minutes_max": 0}, "longest timer"),
    ],
)
def test_unknown_filter_value_is_refused(varied, filters, known):
    """A value that does not exist is refused with the known ones."""
    with pytest.raises(DrillError) as caught:
        varied.filter(**filters)
    assert known in caught.value.hint


def index_of(cache: Path) -> Path:
    return cache / catalogue.INDEX_NAME


def test_index_gives_the_same_catalogue(pack, tmp_path):
    """What comes from the index equals what comes from the files, broken drills included."""
    make_drill(pack, "z-score", "preprocessing", limits={"seconds": 1.5}, part=[{"title": "One"}], follow_ups=["Why?"])
    write_toml(pack / "models" / "k-means", level="X")
    plain, built, known = (load(pack, cache=cache) for cache in (None, tmp_path / "cache", tmp_path / "cache"))
    assert index_of(tmp_path / "cache").is_file()
    assert plain == built == known
    assert known.drills[0].limits == Limits()


def test_index_is_used(pack, tmp_path):
    """With a fresh index no drill.toml is read: the same size and time with other content goes unnoticed."""
    path = pack / "retrieval" / "top-k" / "drill.toml"
    load(pack, cache=tmp_path)
    before = path.stat()
    path.write_text(path.read_text().replace("Top-k documents", "Bottom documents"[:15]))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert load(pack, cache=tmp_path).match("top-k").title == "Top-k documents"


def edit(pack: Path) -> None:
    write_toml(pack / "retrieval" / "top-k", title="Another title, longer")


def touch(pack: Path) -> None:
    path = pack / "retrieval" / "top-k" / "drill.toml"
    path.write_text(path.read_text().replace("Top-k documents", "Top-n documents"))
    os.utime(path, ns=(1, 1))


def add(pack: Path) -> None:
    make_drill(pack, "knn", "models")


def remove(pack: Path) -> None:
    (pack / "retrieval" / "top-k" / "drill.toml").unlink()


@pytest.mark.parametrize("change", [edit, touch, add, remove])
def test_index_follows_a_change(pack, tmp_path, change):
    """A drill that was edited, added or removed is seen at once."""
    before = load(pack, cache=tmp_path)
    change(pack)
    after = load(pack, cache=tmp_path)
    assert after == load(pack, cache=None)
    assert after != before


def flip(data: bytes) -> bytes:
    return data.replace(b"Top-k documents", b"Top-q documents")


def tamper(data: bytes) -> bytes:
    """A body of the wrong form under a right checksum."""
    body = json.dumps({"key": json.loads(data.split(b"\n", 1)[1])["key"], "drills": [{"slug": 3}], "problems": []}).encode()
    return b"%08x\n" % zlib.crc32(body) + body


def other_version(data: bytes) -> bytes:
    content: dict[str, Any] = json.loads(data.split(b"\n", 1)[1])
    content["key"]["version"] = "0.0.0"
    content["drills"] = []
    body = json.dumps(content).encode()
    return b"%08x\n" % zlib.crc32(body) + body


@pytest.mark.parametrize(
    "damage",
    [lambda data: b"", lambda data: data[:-100], lambda data: b"\x00\xff" * 500, flip, tamper, other_version],
    ids=["empty", "cut", "noise", "one letter", "wrong form", "another version"],
)
def test_damaged_index_is_rebuilt(pack, tmp_path, damage):
    """An index that is damaged or another version's is silently replaced by a good one."""
    whole = load(pack, cache=tmp_path)
    good = index_of(tmp_path).read_bytes()
    index_of(tmp_path).write_bytes(damage(good))
    assert load(pack, cache=tmp_path) == whole
    assert index_of(tmp_path).read_bytes() == good


def test_index_of_another_pack_is_not_used(pack, tmp_path):
    """Two packs that look alike share a cache folder without being mixed up."""
    other = tmp_path / "other"
    make_drill(other, "knn", "models")
    load(pack, cache=tmp_path)
    assert [drill.slug for drill in load(other, cache=tmp_path).drills] == ["knn"]
    assert {drill.slug for drill in load(pack, cache=tmp_path).drills} == set(SLUGS)


def test_cache_that_cannot_be_written_is_ignored(pack, tmp_path):
    """A file where the cache folder belongs costs nothing but time."""
    (tmp_path / "cache").write_text("in the way")
    assert {drill.slug for drill in load(pack, cache=tmp_path / "cache").drills} == set(SLUGS)


def test_warm_load_reads_no_toml(pack, tmp_path):
    """In a fresh interpreter a load through the index imports neither the TOML parser nor difflib, numpy or pytest."""
    load(pack, cache=tmp_path)
    code = (
        "import sys; from pathlib import Path; from drillkit.catalogue import load;"
        f"found = load(Path({str(pack)!r}), cache=Path({str(tmp_path)!r})); found.match('top-k');"
        "print(len(found.drills), sorted({'tomllib', 'difflib', 'numpy', 'pytest'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(catalogue.__file__).parent.parent
    )
    assert done.stdout == "7 []\n"
