"""The learner's folder: where `solutions/` is, and the only places that make, move or read a learner's file."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from drillkit.drill import Drill
from drillkit.errors import DrillError

SOLUTIONS = "solutions"
MAX_BYTES = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_UNTRUSTED = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """The folder that holds `solutions/`, which need not exist yet."""

    folder: Path

    @property
    def solutions(self) -> Path:
        """Where the learner's files are."""
        return self.folder / SOLUTIONS

    def path_for(self, drill: Drill) -> Path:
        """Where the learner's file for `drill` belongs, an importable name."""
        return self.solutions / f"{drill.module}.py"


def find(cwd: Path, env: Mapping[str, str], home: Path) -> Workspace:
    """`DRILL_WORKSPACE` when set, else the nearest folder from `cwd` up that holds `solutions/`, else `cwd`.

    Below `home` the search does not go above it.  A folder named `solutions` stands for its parent, unless it holds another.
    """
    named = env.get("DRILL_WORKSPACE", "")
    if named:
        return Workspace(folder=_parent_of_solutions(_named_folder(named, cwd, home)))
    for folder in (cwd, *cwd.parents):
        if (folder / SOLUTIONS).is_dir():
            return Workspace(folder=folder)
        if folder == home:
            break
    return Workspace(folder=_parent_of_solutions(cwd))


def _named_folder(named: str, cwd: Path, home: Path) -> Path:
    path = Path(named)
    if path.parts[0] == "~":
        path = home.joinpath(*path.parts[1:])
    folder = cwd / path
    if folder.exists() and not folder.is_dir():
        hint = "set it to the folder that holds solutions/, or unset it"
        raise DrillError(f"DRILL_WORKSPACE is {folder}, which is not a folder", hint=hint)
    return folder


def _parent_of_solutions(folder: Path) -> Path:
    return folder.parent if folder.name == SOLUTIONS and not (folder / SOLUTIONS).is_dir() else folder


def make_solution(path: Path, stub: bytes) -> bool:
    """Make the learner's file from `stub`; True when made, False when a file is there, which stays as it is."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot("make", path.parent, error) from error
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    except FileExistsError as error:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _not_a_file(path) from error
        return False
    except OSError as error:
        raise _cannot("make", path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(stub)
    except OSError as error:
        with contextlib.suppress(OSError):
            path.unlink()
        raise _cannot("make", path, error) from error
    return True


def archive(path: Path, now: float) -> Path | None:
    """Move the learner's file to `top_k.2026-11-21T131500.py` beside it (local time); None when there is no file.

    A name that is taken gets a counter, so that no older file is lost.
    """
    if not os.path.lexists(path):
        return None
    if path.is_dir() and not path.is_symlink():
        raise _not_a_file(path)
    try:
        target = _reserve(path, datetime.fromtimestamp(now, tz=UTC).astimezone())
    except OSError as error:
        raise _cannot("archive", path, error) from error
    try:
        path.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            target.unlink()
        raise _cannot("archive", path, error) from error
    return target


def _reserve(path: Path, moment: datetime) -> Path:
    """Create an empty file under a name nobody has: renaming onto it then loses nothing, on every file system."""
    stamp, number = f"{moment:%Y-%m-%dT%H%M%S}", 1
    while True:
        counter = "" if number == 1 else f"-{number}"
        target = path.with_name(f"{path.stem}.{stamp}{counter}{path.suffix}")
        try:
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        except FileExistsError:
            number += 1
        else:
            return target


def read_submission(path: Path, *, missing: str) -> bytes:
    """The bytes of the learner's file, read once: a regular file of at most 1 MB; `missing` is the hint when there is none."""
    try:
        handle = os.open(path, os.O_RDONLY | _UNTRUSTED | _BINARY)
    except FileNotFoundError as error:
        raise DrillError(f"{path} does not exist", hint=missing) from error
    except OSError as error:
        if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
            raise _not_a_file(path) from error
        raise _cannot("read", path, error) from error
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _not_a_file(path)
        with os.fdopen(handle, "rb", closefd=False) as file:
            source = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _cannot("read", path, error) from error
    finally:
        os.close(handle)
    if len(source) > MAX_BYTES:
        raise DrillError(f"{path} is larger than 1 MB", hint="a solution is a few lines of Python: remove what does not belong there")
    return source


def _not_a_file(path: Path) -> DrillError:
    mode = path.lstat().st_mode
    kind = "a symbolic link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "a special file"
    return DrillError(f"{path} is {kind}, not a file", hint="move it aside; your solution must be a file of its own there")


def _cannot(verb: str, path: Path, error: OSError) -> DrillError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        hint = "make room on the disk, then try again"
    else:
        hint = f"see who may use {path.parent}, or set DRILL_WORKSPACE to another folder"
    return DrillError(f"cannot {verb} {path}: {(error.strerror or str(error)).lower()}", hint=hint)
