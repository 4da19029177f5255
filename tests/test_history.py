"""The history keeps every row, through several processes, older schemas and damage."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from fixture_pack import NOON, STUB, verdict

from drillkit import history, schema
from drillkit.attempt import Past, Status
from drillkit.errors import DrillError
from drillkit.history import History
from drillkit.verdict import VerdictKind

ROOT = Path(history.__file__).parent.parent
DATA = Path(__file__).with_name("data")
TABLES = (
    *("attempts", "checks", "drill_ratings", "grading_changes", "gradings", "hints", "locked_answers"),
    *("resets", "reveals", "sources", "study_ends", "study_sessions"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "history.db"


def add_failed_check(kept: History, attempt_id: int | None = None, source: bytes = STUB, at: float = NOON) -> int:
    with kept.transaction():
        return kept.add_check(attempt_id=attempt_id, drill="top-k", at=at, source=source, verdict=verdict())


@contextlib.contextmanager
def plain(path: Path):
    """The file as any SQLite program sees it."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        yield connection
    finally:
        connection.close()


def rows(path: Path, statement: str) -> list[tuple]:
    with plain(path) as connection:
        return connection.execute(statement).fetchall()


def test_everything_comes_back(path):
    """What was appended is there after closing and opening again."""
    with History.open(path) as kept:
        number = kept.add_attempt(drill="top-k", path=Path("/w/top_k.py"), at=NOON, deadline=NOON + 900.5)
        check = add_failed_check(kept, number, at=NOON + 1)
        kept.add_hint(attempt_id=number, number=1, at=NOON + 2)
        kept.add_reveal(attempt_id=number, drill="top-k", at=NOON + 3, spoiled=True)
        kept.add_reset(attempt_id=number, drill="top-k", at=NOON + 4, archive=Path("/w/old.py"))
    with History.open(path) as kept:
        (attempt,) = kept.past("top-k").attempts
        assert (attempt.id, attempt.drill, attempt.path) == (number, "top-k", Path("/w/top_k.py"))
        assert (attempt.started_at, attempt.deadline) == (NOON, NOON + 900.5)
        assert [(found.id, found.at, found.verdict) for found in attempt.checks] == [(check, NOON + 1, VerdictKind.FAILED)]
        assert (attempt.hints, attempt.resets) == ((1,), (NOON + 4,))
        assert [(look.at, look.spoiled) for look in attempt.reveals] == [(NOON + 3, True)]
        assert kept.source(check) == STUB
        assert kept.verdict(check) == verdict()
    assert rows(path, "SELECT archive FROM resets") == [("/w/old.py",)]


def test_what_no_attempt_owns_is_kept_apart(path):
    """Checks and reveals made while no attempt ran belong to the drill alone."""
    with History.open(path) as kept:
        number = kept.add_attempt(drill="top-k", path=Path("/w"), at=NOON, deadline=None)
        check = add_failed_check(kept)
        kept.add_reveal(attempt_id=None, drill="top-k", at=NOON, spoiled=False)
        past = kept.past("top-k")
    assert [attempt.id for attempt in past.attempts] == [number]
    assert past.attempts[0].checks == ()
    assert [found.id for found in past.checks] == [check]
    assert len(past.reveals) == 1


def test_drills_do_not_mix(path):
    """Each drill has its own past, and the pasts of all are the same as one by one."""
    with History.open(path) as kept:
        for slug in ("top-k", "softmax"):
            kept.add_attempt(drill=slug, path=Path("/w"), at=NOON, deadline=None)
        add_failed_check(kept, attempt_id=1)
        kept.add_hint(attempt_id=2, number=1, at=NOON)
        pasts = kept.pasts()
        assert pasts == {slug: kept.past(slug) for slug in ("softmax", "top-k")}
        assert [len(pasts[slug].attempts[0].checks) for slug in ("top-k", "softmax")] == [1, 0]
        assert kept.past("knn") == Past(drill="knn")


def test_recent_drills_by_start_or_check(path):
    """The drill started or checked last comes first."""
    with History.open(path) as kept:
        assert kept.recent_drills() == ()
        kept.add_attempt(drill="top-k", path=Path("/w"), at=NOON, deadline=None)
        kept.add_attempt(drill="softmax", path=Path("/w"), at=NOON + 5, deadline=None)
        assert kept.recent_drills() == ("softmax", "top-k")
        add_failed_check(kept, at=NOON + 9)
        assert kept.recent_drills() == ("top-k", "softmax")


def test_same_source_is_stored_once(path):
    """Two checks of one file share its bytes; a changed file has its own."""
    with History.open(path) as kept:
        checks = [add_failed_check(kept, source=source) for source in (b"a", b"a", b"b\x00\xff", b"")]
        assert [kept.source(check) for check in checks] == [b"a", b"a", b"b\x00\xff", b""]
    assert rows(path, "SELECT count(*) FROM sources") == [(3,)]


def test_unknown_check_has_no_source(path):
    """A number that no check has gives nothing."""
    with History.open(path) as kept:
        assert (kept.source(7), kept.verdict(7)) == (None, None)


def test_failed_transaction_leaves_nothing(path):
    """An exception inside a transaction takes back all of it, and the next one works."""
    with History.open(path) as kept:
        with pytest.raises(ZeroDivisionError), kept.transaction():
            kept.add_attempt(drill="top-k", path=Path("/w"), at=NOON, deadline=None)
            raise ZeroDivisionError
        assert kept.pasts() == {}
        add_failed_check(kept)
        assert list(kept.pasts()) == ["top-k"]


def test_hint_of_no_attempt_is_refused(path):
    """A row cannot point to an attempt that does not exist."""
    with History.open(path) as kept, pytest.raises(sqlite3.IntegrityError):
        kept.add_hint(attempt_id=9, number=1, at=NOON)


def test_tables_are_strict_and_logged_ahead(path):
    """The file uses the write-ahead log, its tables take no value of another type, and it says whose it is."""
    History.open(path).close()
    with plain(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        strict = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        assert sorted(strict) == [(name, 1) for name in TABLES]
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO attempts (drill, path, started_at) VALUES ('top-k', '/w', 'noon')")


def older_file(path: Path, version: int = 1) -> None:
    path.parent.mkdir(parents=True)
    with plain(path) as connection:
        connection.executescript((DATA / f"history_v{version}.sql").read_text())


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_older_schema_is_migrated(path, version):
    """A file of an older version opens with all its rows, sources and verdicts."""
    older_file(path, version)
    assert rows(path, "PRAGMA user_version") == [(version,)]
    with History.open(path) as kept:
        top_k, softmax = kept.past("top-k"), kept.past("softmax")
        assert [check.id for check in top_k.attempts[0].checks] == [1, 2, 3]
        assert (top_k.status(NOON + 9000), top_k.best_seconds()) == (Status.WITH_HINTS, 552.0)
        assert [check.id for check in softmax.checks] == [4]
        assert softmax.status(NOON + 9000) is Status.REVEALED
        assert kept.source(1) == kept.source(2) == b"def solve():\n    return 0\n"
        assert kept.source(3) == 'def solve():\n    return "é"\n'.encode()
        assert kept.source(4) == b"\xff\x00"
        assert kept.verdict(3) == verdict(VerdictKind.PASSED)
        assert add_failed_check(kept) == 5
    assert rows(path, "SELECT count(*) FROM sources") == [(4,)]
    assert rows(path, "SELECT attempt_id, archive FROM resets") == [(None, "/home/ann/prep/solutions/top_k.2026-11-21T131500.py")]


@pytest.mark.parametrize("version", range(1, schema.VERSION))
def test_migrated_file_has_the_schema_of_a_new_one(tmp_path, path, version):
    """An old file and a new one end with the very same tables."""
    older_file(path, version)
    new = tmp_path / "new.db"
    for each in (path, new):
        History.open(each).close()
    tables = "SELECT name, type FROM sqlite_master ORDER BY name"
    assert rows(path, tables) == rows(new, tables)
    for table in TABLES:
        columns = f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{table}')"
        assert rows(path, columns) == rows(new, columns)


def test_failed_migration_changes_nothing(path):
    """A migration that breaks halfway leaves the old file as it was."""
    older_file(path)
    with plain(path) as connection:
        connection.execute("CREATE TABLE checks_2 (in_the_way)")
    before = rows(path, "SELECT name FROM sqlite_master ORDER BY name")
    with pytest.raises(sqlite3.OperationalError, match="checks_2"):
        History.open(path)
    assert rows(path, "SELECT name FROM sqlite_master ORDER BY name") == before
    assert rows(path, "PRAGMA user_version") == [(1,)]
    assert rows(path, "SELECT count(*) FROM checks") == [(4,)]


def test_newer_schema_is_refused_untouched(path):
    """A file of a later version is refused with what to do, and not a byte of it changes."""
    History.open(path).close()
    with plain(path) as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(DrillError, match="written by a newer drillkit") as caught:
        History.open(path)
    assert "install the newer drillkit" in caught.value.hint
    assert path.read_bytes() == before


def test_foreign_database_is_refused_untouched(path):
    """Another program's database is not taken over."""
    path.parent.mkdir()
    with plain(path) as connection:
        connection.execute("CREATE TABLE songs (title)")
    before = path.read_bytes()
    with pytest.raises(DrillError, match="another program's database"):
        History.open(path)
    assert path.read_bytes() == before


def test_file_that_is_no_database_is_refused_untouched(path):
    """A file of noise is refused with how to move it aside, and stays as it is."""
    path.parent.mkdir()
    path.write_bytes(b"not a database at all, " * 100)
    before = path.read_bytes()
    with pytest.raises(DrillError, match="is damaged") as caught:
        History.open(path)
    assert f"mv '{path}' '{path}.damaged'" in caught.value.hint
    assert path.read_bytes() == before


def test_damage_inside_is_told(path):
    """Damage that shows only when reading is told the same way."""
    with History.open(path) as kept:
        for number in range(40):
            add_failed_check(kept, source=b"%d" % number * 500)
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(DrillError, match="is damaged"), History.open(path) as kept:
        kept.pasts()


def test_folder_that_is_a_file_is_told(tmp_path):
    """A data folder that cannot be made is told with DRILL_HOME as the way out."""
    (tmp_path / "home").write_text("")
    with pytest.raises(DrillError, match="cannot use the history") as caught:
        History.open(tmp_path / "home" / "history.db")
    assert "DRILL_HOME" in caught.value.hint


def test_folder_in_place_of_the_file_is_told(path):
    """A folder where the file belongs is told."""
    path.mkdir(parents=True)
    with pytest.raises(DrillError, match="cannot write the history"):
        History.open(path)


def test_busy_history_is_told(path):
    """When another process holds the file for too long the learner is told to try again."""
    with History.open(path) as one, History.open(path, busy_seconds=0.01) as other, one.transaction():
        with pytest.raises(DrillError, match="in use by another drill command"), other.transaction():
            raise AssertionError("must not come here")
        assert other.pasts() == {}


def test_path_that_is_no_text_is_told(path):
    """A solution's path that cannot be stored is an error, not a crash."""
    with History.open(path) as kept, pytest.raises(DrillError, match="not valid text"):
        kept.add_attempt(drill="top-k", path=Path(os.fsdecode(b"/w/\xff.py")), at=NOON, deadline=None)


WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, "tests")
from fixture_pack import verdict
from drillkit.history import History
print("ready", flush=True)
sys.stdin.readline()
with History.open(Path(sys.argv[1])) as kept:
    for number in range(25):
        with kept.transaction():
            kept.add_check(attempt_id=None, drill="top-k", at=float(number), source=sys.argv[2].encode(), verdict=verdict())
"""


def spawn(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("older", [False, True], ids=["new file", "older file"])
def test_several_processes_lose_nothing(path, older):
    """Four processes that open the file at once and write at once are all recorded, whoever makes or migrates it."""
    if older:
        older_file(path)
    writers = [spawn(WRITER, str(path), name) for name in "abcd"]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    endings = [(*writer.communicate(timeout=60), writer.returncode) for writer in writers]
    assert endings == [("", "", 0)] * 4
    with History.open(path) as kept:
        checks = [check for check in kept.past("top-k").checks if check.attempt_id is None]
        assert sorted(kept.source(check.id) for check in checks) == sorted([b"a", b"b", b"c", b"d"] * 25)


KILLED = """
import sys
from pathlib import Path
from drillkit.history import History
kept = History.open(Path(sys.argv[1]))
kept.add_attempt(drill="top-k", path=Path("/w"), at=1.0, deadline=None)
with kept.transaction():
    kept.add_attempt(drill="softmax", path=Path("/w"), at=2.0, deadline=None)
    print("inside", flush=True)
    sys.stdin.readline()
"""


def test_kill_inside_a_transaction_loses_only_that(path):
    """After a kill -9 the file opens, with all that was committed and nothing that was not."""
    victim = spawn(KILLED, str(path))
    assert victim.stdout.readline() == "inside\n"
    victim.kill()
    victim.communicate(timeout=60)
    with History.open(path) as kept:
        assert list(kept.pasts()) == ["top-k"]
        add_failed_check(kept)


@pytest.mark.parametrize(("value", "expected"), [("/srv/drills", "/srv/drills"), ("~/drills", "{home}/drills"), ("data", "{cwd}/data")])
def test_environment_names_the_data_folder(tmp_path, monkeypatch, value, expected):
    """DRILL_HOME is where the state is; `~` is the home folder, a relative path starts here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert history.data_folder({"DRILL_HOME": value}) == Path(expected.format(home=tmp_path / "home", cwd=tmp_path))


def test_data_folder_without_environment(tmp_path, monkeypatch):
    """Without DRILL_HOME it is the platform's folder for user data."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = history.data_folder({"DRILL_HOME": ""})
    assert folder.name == "drillkit"
    assert folder.is_relative_to(tmp_path)


def test_platformdirs_is_imported_only_when_needed():
    """With DRILL_HOME set the history imports neither platformdirs nor numpy nor pytest."""
    code = (
        "import sys; from drillkit.history import data_folder; data_folder({'DRILL_HOME': '/x'});"
        "print(sorted({'platformdirs', 'numpy', 'pytest'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"
