"""The judge's hold on its other processes: the zygote, and the player that it forks for each test."""

from __future__ import annotations

import json
import os
import signal
import socket
from dataclasses import dataclass
from typing import Any

from drillkit.drill import Limits
from drillkit.errors import InternalError
from drillkit.player.waiting import exit_status

_PATIENCE = 30.0
_GRACE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A forked player: our end of its channel, and the descriptor on which to read what it prints."""

    number: int
    socket: socket.socket
    printed: int


class Zygote:
    """The process that forks players, as the judge sees it; it comes up beside the judge, and the first answer waits for it."""

    def __init__(self, pid: int, control: socket.socket) -> None:
        self._pid, self._control = pid, control
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

    def end(self, player: Player, *, wait: bool) -> int | None:
        """Kill what is left of the player; with `wait` it gets a moment to end by itself first.

        Its exit status, negative for a signal; None when we killed it, or nobody waited.
        """
        try:
            self._ask({"do": "end", "number": player.number, "wait": wait}, [])
            answer = self._answer() if wait else {}
        except InternalError:
            answer = {}
        status: int | None = answer.get("status")
        return status

    def close(self) -> None:
        """End the zygote and whatever it started."""
        self._control.close()
        if exit_status(self._pid, _GRACE) is None:
            os.killpg(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)

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
