"""The zygote: a clean interpreter with NumPy loaded that forks one child for each hidden test.

Started as `python -I -B -S` by `drillkit.judge.players` with its control socket as the only descriptor beside the standard three.
It never runs the learner's code.  Each request of the judge is one JSON line, each answered by one.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import socket
import sys
from typing import Any

from drillkit.player import child
from drillkit.player.sandbox import Walls, die_with_parent, readable_paths
from drillkit.player.waiting import exit_status

_GRACE = 0.05


def main(control: socket.socket, parent: int, without: list[str]) -> None:
    """Serve `start` and `end` until the judge closes the control socket."""
    import numpy as np

    walls = Walls.build(readable_paths(os.path.dirname(np.__file__)), without)
    die_with_parent(parent)
    child.prepare()
    gc.freeze()
    gc.enable()
    about = {
        "ready": os.getpid(),
        "python": sys.version.split()[0],
        "numpy": np.__version__,
        "level": walls.level,
        "missing": walls.missing,
    }
    control.sendall(json.dumps(about).encode() + b"\n")
    _serve(control, walls)
    os._exit(0)  # nothing is left to tidy, and the judge waits for the end


def _serve(control: socket.socket, walls: Walls) -> None:
    """Requests come as lines; the judge numbers the players it starts.  Only what the judge waits for is answered."""
    players: dict[int, int] = {}
    while True:
        try:
            data, descriptors, _, _ = socket.recv_fds(control, 65_536, 2)
        except ConnectionError:
            data = b""
        if not data:
            for pid in players.values():
                _end(pid, 0.0)
            return
        for line in data.splitlines():
            request = json.loads(line)
            answer: dict[str, Any] | None = None
            if request["do"] == "start":
                players[request["number"]] = _start(control, walls, descriptors, request)
            elif request["do"] == "pid":
                answer = {"pid": players[request["number"]]}
            else:
                ended = _end(players.pop(request["number"]), _GRACE if request["wait"] else 0.0)
                answer = ended if request["wait"] else None
            if answer is not None:
                _say(control, answer)


def _say(control: socket.socket, answer: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # the judge is gone; the next read says so
        control.sendall(json.dumps(answer).encode() + b"\n")


def _start(control: socket.socket, walls: Walls, descriptors: list[int], request: dict[str, Any]) -> int:
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        status = 70
        try:
            control.close()
            die_with_parent(parent)
            child.main(descriptors[0], descriptors[1], request, walls)
            status = 0
        finally:
            os._exit(status)
    for descriptor in descriptors:
        os.close(descriptor)
    return pid


def _end(pid: int, grace: float) -> dict[str, Any]:
    """Kill the child's process group, reap it, and tell how it ended."""
    status = exit_status(pid, grace)
    killed = status is None
    for kill in (os.killpg, os.kill) if killed else (os.killpg,):
        try:
            kill(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue
    if killed:
        os.waitpid(pid, 0)
    return {"status": status}
