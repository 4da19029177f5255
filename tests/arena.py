"""Where attacks are judged: a fresh folder with copies of drillkit and the drills, a home, a canary, a victim, and a judge's process.

Run as a script it is that process: it owns a warm `Judge`, and answers one job a line.
"""

from __future__ import annotations

import base64
import dataclasses
import functools
import hashlib
import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent
DRILLS = {"softmax": "neural-nets", "confusion-matrix": "metrics", "one-nearest-neighbor": "models"}
NOBODY = 65534
SECONDS = 0.75
MEMORY_MB = 256
_PACKAGES = ("numpy", "numpy.libs", "pytest", "_pytest", "py.py", "pluggy", "iniconfig", "packaging", "pygments")
_NO_COPY = shutil.ignore_patterns(
    "__pycache__", "test", "tests", "idlelib", "lib2to3", "tkinter", "ensurepip", "turtledemo", "site-packages", "config-*", "*.a"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A verdict as JSON data, and how long it took to get."""

    verdict: dict[str, Any]
    seconds: float

    @property
    def kind(self) -> str:
        """passed, failed, not_loaded or internal."""
        return str(self.verdict["verdict"])

    @property
    def cases(self) -> list[dict[str, Any]]:
        """The case results."""
        return list(self.verdict["cases"])

    @property
    def texts(self) -> Iterator[str]:
        """Every text that a scorecard could show of it, but not the ids and titles of the tests."""
        for holder in (self.verdict, *self.cases):
            for key, value in holder.items():
                if key not in ("id", "title", "group", "cases", "drill", "sandbox", "sandbox_reason"):
                    yield from _strings(value)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        yield from _strings(list(value.values()))


class Arena:
    """A judge at work for one kind of user, and all that an attack could touch."""

    def __init__(self, *, user: int | None = None, environment: dict[str, str] | None = None, folder: Path | None = None) -> None:
        self.user = user
        self.folder = folder or Path(tempfile.mkdtemp(prefix="drillkit-arena-"))
        self.folder.chmod(0o755)
        self.home, self.work, self.drills = self.folder / "home", self.folder / "work", self.folder / "drills"
        self._furnish()
        shutil.copytree(CHECKOUT / "drillkit", self.folder / "checkout" / "drillkit", ignore=shutil.ignore_patterns("__pycache__"))
        python = sys.executable if user is None or readable_by(user) else str(_copied_python(self.folder / "python"))
        variables = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "TMPDIR": str(self.work), **(environment or {})}
        self._victim = subprocess.Popen(["/bin/sleep", "1000"], user=user)
        self._process = subprocess.Popen(
            [python, "-I", "-B", str(self._script()), str(self.folder / "checkout")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=variables,
            cwd=self.work,
            user=user,
            group=user,
            extra_groups=None if user is None else [],
            start_new_session=True,
        )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]

    def _furnish(self) -> None:
        for folder in (self.home, self.work):
            folder.mkdir()
        (self.home / "canary").write_text("alive\n")
        (self.home / "canary").chmod(0o644)
        (self.work / "solutions").mkdir()
        for slug, track in DRILLS.items():
            shutil.copytree(CHECKOUT / "drills" / track / slug, self.drills / track / slug, ignore=_NO_COPY)
        if self.user is not None:
            for path in (self.home, self.home / "canary", self.work, self.work / "solutions", *self.drills.rglob("*")):
                os.chown(path, self.user, self.user)

    def _script(self) -> Path:
        target = self.folder / "arena.py"
        shutil.copy(__file__, target)
        target.chmod(0o644)
        return target

    def facts(self, slug: str) -> dict[str, Any]:
        """What an attack is told of the place."""
        folder = self.drills / DRILLS[slug] / slug
        paths = {"drill": folder, "checkout": self.folder / "checkout", "home": self.home, "work": self.work}
        about: dict[str, Any] = {key: str(path) for key, path in paths.items()}
        return {**about, "canary": str(self.home / "canary"), "victim": self._victim.pid, "port": self._port, "entry": list(entry(slug))}

    def judge(self, slug: str, source: bytes, *, seconds: float = SECONDS, memory_mb: int = MEMORY_MB, brief: bool = False) -> Judged:
        """The verdict on `source` for one drill; with `brief` the first required test that fails is the last."""
        job = {
            "folder": str(self.drills / DRILLS[slug] / slug),
            "source": base64.b64encode(source).decode("ascii"),
            "seconds": seconds,
            "memory_mb": memory_mb,
            "brief": brief,
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job).encode("ascii") + b"\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return Judged(verdict=answer["verdict"], seconds=answer["seconds"])

    def snapshot(self) -> dict[str, tuple[Any, ...]]:
        """What lies in the home, the working folder and the drills: modes, owners, times, contents."""
        found = {}
        for top in (self.home, self.work, self.drills):
            for path in (top, *sorted(top.rglob("*"))):
                if "__pycache__" not in path.parts:
                    found[str(path)] = _state_of(path)
        return found

    def leftovers(self, *, patience: float = 2.0) -> list[str]:
        """Processes that a player left behind: forks of the zygote, whoever their parent is now, that are not ended at once."""
        until = time.monotonic() + patience
        while (found := self._strays()) and time.monotonic() < until:
            time.sleep(0.02)
        return found

    def _strays(self) -> list[str]:
        everybody = dict(_processes())
        judges = [pid for pid in _descendants(self._process.pid, everybody) if everybody[pid][0] == self._process.pid]
        ours = {pid: everybody[pid][1] for pid in judges if "drillkit.judge" in everybody[pid][1]}
        forks = {judge: [pid for pid, (parent, line, _) in everybody.items() if (parent, line) == (judge, ours[judge])] for judge in ours}
        zygotes = {min(pids) for pids in forks.values() if pids}
        lines = set(ours.values())
        extra = [pid for pid, (_, line, _) in everybody.items() if line in lines and pid not in ours and pid not in zygotes]
        strangers = [
            pid
            for pid, (_, line, session) in everybody.items()
            if session == self._process.pid and line not in lines and "drillkit" not in line and "arena.py" not in line
        ]
        return [f"{pid}: {everybody[pid][1][:120]}" for pid in (*extra, *strangers)]

    @property
    def victim_lives(self) -> bool:
        """Whether the process that attacks may aim at is untouched: it runs, where and as urgently as it may."""
        pid = self._victim.pid
        if self._victim.poll() is not None or _state_letter(pid) not in "SRD":
            return False
        return os.sched_getaffinity(pid) == os.sched_getaffinity(0) and os.getpriority(os.PRIO_PROCESS, pid) == os.getpriority(
            os.PRIO_PROCESS, 0
        )

    def close(self) -> None:
        """End everything that was started, and remove the folder."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._victim.kill()
        self._victim.wait()
        shutil.rmtree(self.folder)


@functools.cache
def entry(slug: str) -> tuple[str, ...]:
    """The names that a drill asks for."""
    from drillkit.drill_folder import parse

    drill, problems = parse(CHECKOUT / "drills" / DRILLS[slug] / slug)
    assert drill is not None, problems
    return drill.entry


@functools.cache
def hidden_lines(slug: str) -> tuple[str, ...]:
    """Lines of the hidden tests and the reference that are long enough to be told from ordinary text, docstrings and stub apart."""
    folder = CHECKOUT / "drills" / DRILLS[slug] / slug
    shown = (folder / "stub.py").read_text("utf-8") + (folder / "prompt.md").read_text("utf-8")
    lines = {line.strip() for name in ("test_hidden.py", "reference.py") for line in (folder / name).read_text("utf-8").splitlines()}
    return tuple(line for line in lines if len(line) >= 20 and not line.startswith(('"""', "#")) and line not in shown)


def readable_by(user: int) -> bool:
    """Whether that user can start this interpreter with NumPy and pytest."""
    command = [sys.executable, "-I", "-c", "import numpy, pytest"]
    try:
        return subprocess.run(command, user=user, group=user, extra_groups=[], capture_output=True, cwd="/").returncode == 0
    except PermissionError:
        return False


def _copied_python(target: Path) -> Path:
    """A copy of this interpreter, its standard library and the packages that a judge needs."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    library = Path(sysconfig.get_path("stdlib"))
    shutil.copytree(library, target / "lib" / version, ignore=_NO_COPY)
    for shared in library.parent.glob("libpython*.so*"):
        shutil.copy(shared, target / "lib")
    packages = target / "lib" / version / "site-packages"
    for name in _PACKAGES:
        found = Path(sysconfig.get_path("purelib")) / name
        if found.is_dir():
            shutil.copytree(found, packages / name, ignore=shutil.ignore_patterns("__pycache__", "tests"))
        elif found.exists():
            shutil.copy(found, packages / name)
    (target / "bin").mkdir()
    program, here = Path(sys.executable).resolve().read_bytes(), b"$ORIGIN/../lib\0"
    there = os.fsencode(str(sysconfig.get_config_var("LIBDIR"))) + b"\0"
    if len(there) >= len(here):  # where it looks for its own library, if that is a shared one
        program = program.replace(there, here.ljust(len(there), b"\0"))
    (target / "bin" / version).write_bytes(program)
    (target / "bin" / version).chmod(0o755)
    return target / "bin" / version


def _state_of(path: Path) -> tuple[Any, ...]:
    about = path.lstat()
    content = hashlib.sha256(path.read_bytes()).hexdigest() if stat.S_ISREG(about.st_mode) else ""
    changed = about.st_mtime_ns if stat.S_ISREG(about.st_mode) else 0
    return (about.st_mode, about.st_uid, about.st_gid, about.st_nlink if stat.S_ISREG(about.st_mode) else 0, changed, content)


def _processes() -> Iterator[tuple[int, tuple[int, str, int]]]:
    """Process id, and parent, command line and session, of every process that is not a zombie."""
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            letter, parent, _, session, *_ = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
        except OSError:
            continue
        if letter != "Z":
            yield int(folder.name), (int(parent), line, int(session))


def _descendants(root: int, everybody: dict[int, tuple[int, str, int]]) -> set[int]:
    found = {root}
    while more := {pid for pid, (parent, _, _) in everybody.items() if parent in found} - found:
        found |= more
    return found & everybody.keys()


def _state_letter(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def _serve(path: str) -> None:
    """Judge one job a line until standard input ends."""
    sys.path.insert(0, path)
    from drillkit.drill import Limits
    from drillkit.drill_folder import parse
    from drillkit.judge.client import Judge

    judge = Judge()
    for line in sys.stdin:
        job = json.loads(line)
        drill, problems = parse(Path(job["folder"]))
        assert drill is not None, problems
        limited = dataclasses.replace(drill, limits=Limits(seconds=job["seconds"], memory_mb=job["memory_mb"]))
        began = time.monotonic()
        source = base64.b64decode(job["source"])
        verdict = judge.check(limited, source, filename=f"solutions/{drill.module}.py", fail_fast=job["brief"])
        answer = {"verdict": verdict.as_dict(), "seconds": time.monotonic() - began}
        print(json.dumps(answer), flush=True)  # noqa: T201  the answer
        if verdict.kind == "internal":
            judge.close()
            judge = Judge()
    judge.close()


if __name__ == "__main__":
    _serve(sys.argv[1])
