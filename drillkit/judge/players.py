"""The one place of the judge that starts and ends processes: a zygote, and a forked player for each test."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drillkit.drill import Limits
from drillkit.errors import InternalError

_ROOT = str(Path(__file__).resolve().parent.parent.parent)
_BOOT = """
import sys
sys.path[:0] = sys.argv[4:]
import socket, numpy
from drillkit.player import zygote
del sys.path[: len(sys.argv) - 4]
zygote.main(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2]), sys.argv[3].split(","))
"""
_PATIENCE = 30.0
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A forked player: our end of its channel, and the descriptor on which to read what it prints."""

    number: int
    socket: socket.socket
    printed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a player ended: its exit status (None when we killed it, negative for a signal) and what it used."""

    status: int | None
    maxrss_kb: int = 0
    cpu: float = 0.0


class Zygote:
    """A clean Python with NumPy loaded, ready to fork players.  Starts at once; the first `start` waits for it."""

    def __init__(self) -> None:
        self._control, theirs = socket.socketpair()
        theirs.set_inheritable(True)
        os.set_inheritable(theirs.fileno(), True)
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **dict.fromkeys(_THREADS, "1")}
        command = [
            sys.executable,
            "-I",
            "-B",
            "-S",
            "-c",
            _BOOT,
            str(theirs.fileno()),
            str(os.getpid()),
            os.environ.get("DRILL_SANDBOX_WITHOUT", ""),
            *_paths(),
        ]
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter
            command,
            pass_fds=[theirs.fileno()],
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=None if os.environ.get("DRILL_DEBUG_PLAYER") else subprocess.DEVNULL,
            process_group=0,
        )
        theirs.close()
        self._count = 0
        self._greeting: dict[str, Any] = {}

    @property
    def about(self) -> dict[str, Any]:
        """What the zygote says of itself once it is up: versions, level, missing walls."""
        if not self._greeting:
            self._greeting = self._line()
        return self._greeting

    @property
    def level(self) -> str:
        """`full` or `process`."""
        return str(self.about.get("level", ""))

    @property
    def missing(self) -> str:
        """Which walls are missing and why."""
        return "; ".join(f"{name}: {why}" for name, why in self.about.get("missing", {}).items())

    def start(self, limits: Limits) -> Player:
        """Have a player forked; the request is on its way when this returns, and nobody has waited for it."""
        self._count += 1
        ours, theirs = socket.socketpair()
        readable, writable = os.pipe()
        request = {"do": "start", "number": self._count, "memory_mb": limits.memory_mb, "seconds": limits.seconds}
        try:
            self._ask(request, [theirs.fileno(), writable])
        finally:
            theirs.close()
            os.close(writable)
        return Player(number=self._count, socket=ours, printed=readable)

    def pid(self, player: Player) -> int:
        """The process id of a player, once it is forked."""
        self._ask({"do": "pid", "number": player.number}, [])
        return int(self._answer()["pid"])

    def end(self, player: Player, *, wait: bool) -> Ending:
        """Kill what is left of the player; with `wait` it gets a moment to end by itself first, and how it ended is told."""
        try:
            self._ask({"do": "end", "number": player.number, "wait": wait}, [])
            answer = self._answer() if wait else {}
        except InternalError:
            answer = {}
        return Ending(status=answer.get("status"), maxrss_kb=answer.get("maxrss", 0), cpu=answer.get("cpu", 0.0))

    def close(self) -> None:
        """End the zygote and whatever it started."""
        self._control.close()
        try:
            self._process.wait(0.5)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _ask(self, request: dict[str, Any], descriptors: list[int]) -> None:
        """Send a request; only `pid` and an `end` that waits are answered."""
        try:
            socket.send_fds(self._control, [json.dumps(request).encode() + b"\n"], descriptors)
        except OSError as error:
            raise InternalError(f"the sandbox process is gone: {error}", hint="try again; if it stays so, report it") from None

    def _answer(self) -> dict[str, Any]:
        """The answer to the request sent last."""
        if not self._greeting:
            self._greeting = self._line()
        return self._line()

    def _line(self) -> dict[str, Any]:
        self._control.settimeout(_PATIENCE)
        data = b""
        while not data.endswith(b"\n"):
            try:
                piece = self._control.recv(1 if not self._greeting else 65_536)
            except OSError as error:
                raise InternalError(f"the sandbox process does not answer: {error}", hint="try again; if it stays so, report it") from None
            if not piece:
                raise InternalError(
                    "the sandbox process could not start", hint="see whether `python -c 'import numpy'` works, then report it"
                )
            data += piece
        answer: dict[str, Any] = json.loads(data)
        return answer


def _paths() -> list[str]:
    """Where the player finds our server and NumPy: forgotten once both are loaded."""
    spec = importlib.util.find_spec("numpy")
    if spec is None or not spec.submodule_search_locations:
        raise InternalError("NumPy is not installed", hint="python -m pip install numpy")
    return [_ROOT, str(Path(next(iter(spec.submodule_search_locations))).parent)]
