"""The learner's history: one SQLite file to which rows are appended and in which nothing is ever changed."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from drillkit import database, schema
from drillkit.attempt import Attempt, Check, Past, Reveal
from drillkit.verdict import Verdict, VerdictKind

FILE_NAME = "history.db"
BUSY_SECONDS = 10.0


def data_folder(env: Mapping[str, str]) -> Path:
    """The folder for all state: `DRILL_HOME` when set, else the platform's folder for user data."""
    named = env.get("DRILL_HOME", "")
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("drillkit", appauthor=False))


class History:
    """An open history; use it as a context manager or `close` it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> History:
        """Open the file at `path`, made or migrated as needed; DrillError when it is newer than this version, or corrupt.

        `busy_seconds` is how long to wait for another process that writes.
        """
        return cls(path, database.connect(path, busy_seconds=busy_seconds))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> History:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """What is read and written inside is one step for everyone else; an exception takes it all back."""
        with database.explained(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with database.explained(self._path):
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def past(self, drill: str) -> Past:
        """All that was done on one drill."""
        return self._pasts("WHERE drill = ?", (drill,)).get(drill, Past(drill=drill))

    def pasts(self) -> dict[str, Past]:
        """All that was done, by drill; drills never touched are not in it."""
        return self._pasts("", ())

    def recent_drills(self) -> tuple[str, ...]:
        """Slugs of all drills started or checked, the latest first."""
        rows = self.select(
            """SELECT drill FROM
                 (SELECT drill, started_at AS at FROM attempts UNION ALL SELECT drill, at FROM checks)
               GROUP BY drill ORDER BY max(at) DESC, drill"""
        )
        return tuple(row[0] for row in rows)

    def source(self, check_id: int) -> bytes | None:
        """The file as it was at that check, None when there is no such check."""
        rows = self.select("SELECT source FROM checks JOIN sources USING (sha256) WHERE id = ?", (check_id,))
        return bytes(rows[0][0]) if rows else None

    def verdict(self, check_id: int) -> Verdict | None:
        """The whole verdict of that check, None when there is no such check."""
        rows = self.select("SELECT result FROM checks WHERE id = ?", (check_id,))
        return Verdict.from_dict(json.loads(rows[0][0])) if rows else None

    def add_attempt(self, *, drill: str, path: Path, at: float, deadline: float | None) -> int:
        """Append an attempt that starts at `at`; its id."""
        return self.append("attempts", drill=drill, path=str(path), started_at=at, deadline=deadline)

    def add_check(self, *, attempt_id: int | None, drill: str, at: float, source: bytes, verdict: Verdict) -> int:
        """Append a check with the file it judged; its id.  Call it inside `transaction`."""
        name = schema.sha256(source)
        self.select("INSERT OR IGNORE INTO sources (sha256, source) VALUES (?, ?)", (name, source))
        return self.append(
            "checks",
            attempt_id=attempt_id,
            drill=drill,
            at=at,
            sha256=name,
            verdict=str(verdict.kind),
            passed=verdict.passed,
            required=verdict.required,
            seconds=verdict.seconds,
            result=json.dumps(verdict.as_dict()),
        )

    def add_hint(self, *, attempt_id: int, number: int, at: float) -> None:
        """Append a hint that was shown."""
        self.append("hints", attempt_id=attempt_id, number=number, at=at)

    def add_reveal(self, *, attempt_id: int | None, drill: str, at: float, spoiled: bool) -> None:
        """Append a look at the answer, which ends the attempt."""
        self.append("reveals", attempt_id=attempt_id, drill=drill, at=at, spoiled=int(spoiled))

    def add_reset(self, *, attempt_id: int | None, drill: str, at: float, archive: Path | None) -> None:
        """Append a reset, which ends the attempt."""
        self.append("resets", attempt_id=attempt_id, drill=drill, at=at, archive=None if archive is None else str(archive))

    def append(self, table: str, **values: Any) -> int:
        """Append one row; its id."""
        statement = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"  # noqa: S608  (our own names)
        with database.explained(self._path):
            return int(self._connection.execute(statement, tuple(values.values())).lastrowid or 0)

    def select(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """The rows that a statement gives."""
        with database.explained(self._path):
            return self._connection.execute(statement, values).fetchall()

    def _pasts(self, where: str, values: tuple[str, ...]) -> dict[str, Past]:
        columns = "id, attempt_id, drill, at, verdict, passed, required, seconds"
        attempts = self.select(f"SELECT id, drill, path, started_at, deadline FROM attempts {where} ORDER BY id", values)  # noqa: S608
        hints = self.select(f"SELECT attempt_id, number FROM hints JOIN attempts ON id = attempt_id {where} ORDER BY number", values)  # noqa: S608
        checks = [_check(row) for row in self.select(f"SELECT {columns} FROM checks {where} ORDER BY at, id", values)]  # noqa: S608
        looks = self.select(f"SELECT attempt_id, drill, at, spoiled FROM reveals {where} ORDER BY at, id", values)  # noqa: S608
        reveals = [Reveal(attempt_id=row[0], drill=row[1], at=row[2], spoiled=bool(row[3])) for row in looks]
        resets = self.select(f"SELECT attempt_id, at FROM resets {where} ORDER BY at, id", values)  # noqa: S608
        return _assembled(attempts, checks, hints, reveals, resets)


def _check(row: tuple[Any, ...]) -> Check:
    number, attempt_id, drill, at, verdict, passed, required, seconds = row
    kind = VerdictKind(verdict)
    return Check(id=number, attempt_id=attempt_id, drill=drill, at=at, verdict=kind, passed=passed, required=required, seconds=seconds)


def _assembled(attempts: list[Any], checks: list[Check], hints: list[Any], reveals: list[Reveal], resets: list[Any]) -> dict[str, Past]:
    """Rows of the five tables, put together by attempt and then by drill, their order kept."""
    checks_of: dict[int | str, list[Check]] = defaultdict(list)
    reveals_of: dict[int | str, list[Reveal]] = defaultdict(list)
    hints_of: dict[int, list[int]] = defaultdict(list)
    resets_of: dict[int, list[float]] = defaultdict(list)
    for check in checks:
        checks_of[check.attempt_id or check.drill].append(check)
    for reveal in reveals:
        reveals_of[reveal.attempt_id or reveal.drill].append(reveal)
    for attempt_id, number in hints:
        hints_of[attempt_id].append(number)
    for attempt_id, at in resets:
        resets_of[attempt_id].append(at)
    attempts_of: dict[str, list[Attempt]] = defaultdict(list)
    for number, drill, path, started_at, deadline in attempts:
        attempts_of[drill].append(
            Attempt(
                id=number,
                drill=drill,
                path=Path(path),
                started_at=started_at,
                deadline=deadline,
                checks=tuple(checks_of[number]),
                hints=tuple(hints_of[number]),
                reveals=tuple(reveals_of[number]),
                resets=tuple(resets_of[number]),
            )
        )
    drills = {*attempts_of, *(check.drill for check in checks), *(reveal.drill for reveal in reveals)}
    return {
        drill: Past(drill=drill, attempts=tuple(attempts_of[drill]), checks=tuple(checks_of[drill]), reveals=tuple(reveals_of[drill]))
        for drill in sorted(drills)
    }
