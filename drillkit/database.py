"""The connection to the history's file: opened with care, its errors put in words a learner can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drillkit import schema
from drillkit.errors import DrillError

_NEEDED_SQLITE = (3, 37)  # STRICT tables


def connect(path: Path, *, busy_seconds: float) -> sqlite3.Connection:
    """Open the file at `path`, made or migrated as needed; the caller begins and ends transactions."""
    if sqlite3.sqlite_version_info < _NEEDED_SQLITE:
        raise DrillError(f"this Python has SQLite {sqlite3.sqlite_version}, 3.37 or later is needed", hint="use a newer Python")
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        try:
            _prepare(path, connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    """Look before touching: nothing is written to a file that is not ours or newer than we know."""
    if schema.is_foreign(connection):
        raise DrillError(f"{path} is another program's database", hint="move it aside, or set DRILL_HOME to another folder")
    version = schema.version_of(connection)
    if version > schema.VERSION:
        raise DrillError(
            f"{path} was written by a newer drillkit (schema {version}, this one knows {schema.VERSION})",
            hint="install the newer drillkit again, or set DRILL_HOME to another folder",
        )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    if version < schema.VERSION:
        _set_wal(connection)
        schema.migrate(connection)


def _set_wal(connection: sqlite3.Connection) -> None:
    """Readers and a writer then do not wait for each other; where it cannot be had, all still works, a little slower."""
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into errors that tell the learner what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explanation(path, error) from error
    except UnicodeEncodeError as error:
        raise DrillError("the path of your solution is not valid text", hint="work in a folder with a plain name") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DrillError(f"cannot use the history {path}: {reason}", hint="set DRILL_HOME to a folder that you can write") from error


def _explanation(path: Path, error: sqlite3.Error) -> DrillError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        hint = f"move it aside (mv '{path}' '{path}.damaged'): drillkit then begins a new one and leaves the old one to be repaired"
        return DrillError(f"the history {path} is damaged: {error}", hint=hint)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return DrillError(f"the history {path} is in use by another drill command", hint="wait until it has finished, then try again")
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return DrillError(f"cannot write the history {path}: {error}", hint="set DRILL_HOME to a folder that you can write")
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
        return DrillError(f"cannot write the history {path}: {error}", hint="make room on the disk, then try again")
    raise error
