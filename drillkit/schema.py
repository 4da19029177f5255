"""The history's schema, version by version: the steps that lead from each to the next, never edited once released."""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x6472696C  # "dril", so that another program's file is not taken for ours

_ATTEMPTS_AND_CHECKS = (
    """CREATE TABLE attempts (
        id INTEGER PRIMARY KEY,
        drill TEXT NOT NULL,
        path TEXT NOT NULL,
        started_at REAL NOT NULL,
        deadline REAL
    ) STRICT""",
    """CREATE TABLE checks (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER REFERENCES attempts (id),
        drill TEXT NOT NULL,
        at REAL NOT NULL,
        source BLOB NOT NULL,
        verdict TEXT NOT NULL,
        passed INTEGER NOT NULL,
        required INTEGER NOT NULL,
        seconds REAL NOT NULL,
        result TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE hints (
        attempt_id INTEGER NOT NULL REFERENCES attempts (id),
        number INTEGER NOT NULL,
        at REAL NOT NULL,
        PRIMARY KEY (attempt_id, number)
    ) STRICT""",
    """CREATE TABLE reveals (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER REFERENCES attempts (id),
        drill TEXT NOT NULL,
        at REAL NOT NULL,
        spoiled INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE resets (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER REFERENCES attempts (id),
        drill TEXT NOT NULL,
        at REAL NOT NULL,
        archive TEXT
    ) STRICT""",
    f"PRAGMA application_id = {APPLICATION_ID}",
)

_EACH_SOURCE_ONCE = (
    "CREATE TABLE sources (sha256 TEXT PRIMARY KEY, source BLOB NOT NULL) STRICT",
    "INSERT INTO sources SELECT DISTINCT sha256(source), source FROM checks",
    """CREATE TABLE checks_2 (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER REFERENCES attempts (id),
        drill TEXT NOT NULL,
        at REAL NOT NULL,
        sha256 TEXT NOT NULL REFERENCES sources (sha256),
        verdict TEXT NOT NULL,
        passed INTEGER NOT NULL,
        required INTEGER NOT NULL,
        seconds REAL NOT NULL,
        result TEXT NOT NULL
    ) STRICT""",
    """INSERT INTO checks_2
        SELECT id, attempt_id, drill, at, sha256(source), verdict, passed, required, seconds, result FROM checks""",
    "DROP TABLE checks",
    "ALTER TABLE checks_2 RENAME TO checks",
    "CREATE INDEX checks_of_drill ON checks (drill)",
    "CREATE INDEX attempts_of_drill ON attempts (drill)",
)

_STUDY = (
    """CREATE TABLE study_sessions (
        id INTEGER PRIMARY KEY,
        started_at REAL NOT NULL,
        day TEXT NOT NULL,
        cards TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE study_ends (
        session_id INTEGER PRIMARY KEY REFERENCES study_sessions (id),
        at REAL NOT NULL
    ) STRICT""",
    """CREATE TABLE locked_answers (
        id INTEGER PRIMARY KEY,
        session_id INTEGER NOT NULL REFERENCES study_sessions (id),
        card TEXT NOT NULL,
        at REAL NOT NULL,
        answer TEXT NOT NULL,
        numbers TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE gradings (
        id INTEGER PRIMARY KEY,
        session_id INTEGER REFERENCES study_sessions (id),
        card TEXT NOT NULL,
        at REAL NOT NULL,
        day TEXT NOT NULL,
        answer TEXT NOT NULL,
        numbers TEXT NOT NULL,
        core TEXT NOT NULL,
        bonus TEXT NOT NULL,
        traps TEXT NOT NULL,
        proposed INTEGER NOT NULL,
        chosen INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE grading_changes (
        id INTEGER PRIMARY KEY,
        grading_id INTEGER NOT NULL REFERENCES gradings (id),
        at REAL NOT NULL,
        rating INTEGER
    ) STRICT""",
    """CREATE TABLE drill_ratings (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER NOT NULL REFERENCES attempts (id),
        drill TEXT NOT NULL,
        at REAL NOT NULL,
        day TEXT NOT NULL,
        proposed INTEGER NOT NULL,
        chosen INTEGER NOT NULL
    ) STRICT""",
)

STEPS = (_ATTEMPTS_AND_CHECKS, _EACH_SOURCE_ONCE, _STUDY)
VERSION = len(STEPS)


def sha256(source: bytes) -> str:
    """The name under which a source is stored."""
    import hashlib  # 4 ms that only a check needs

    return hashlib.sha256(source).hexdigest()


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of an open file, 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_foreign(connection: sqlite3.Connection) -> bool:
    """Whether the file holds another program's tables."""
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        return False
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID)


def migrate(connection: sqlite3.Connection, *, upto: int = VERSION) -> None:
    """Bring a file to version `upto`, each version in a transaction of its own; another process may be doing the same."""
    connection.create_function("sha256", 1, sha256, deterministic=True)
    while version_of(connection) < upto:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = version_of(connection)  # again, now that nobody else can change it
            if version < upto:
                for statement in STEPS[version]:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
