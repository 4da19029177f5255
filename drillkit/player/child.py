"""One forked player: shuts itself in, loads the learner's file, serves calls until the judge hangs up."""

from __future__ import annotations

import os
import signal
import socket
import sys
import types
from typing import Any

import numpy as np

from drillkit.player import limits, measure, printed, serve
from drillkit.player.channel import Channel
from drillkit.player.sandbox import Walls


def prepare() -> None:
    """What every child would otherwise do again: load what calls need, and forget where it came from."""
    import collections.abc  # noqa: F401
    import dataclasses  # noqa: F401
    import enum  # noqa: F401
    import fractions  # noqa: F401
    import heapq  # noqa: F401
    import random  # noqa: F401
    import statistics  # noqa: F401
    import typing  # noqa: F401

    import numpy.linalg
    import numpy.random  # noqa: F401

    np.random.get_state()
    np.linalg.norm(np.ones((2, 2)) @ np.ones((2, 2)))
    measure.arm()
    _forget_ourselves()


def _forget_ourselves() -> None:
    """Leave no name by which the learner's code could import, and so replace, what answers for it."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "drillkit"]:
        del sys.modules[name]
    sys.modules["__main__"] = types.ModuleType("__main__")


def main(channel: int, output: int, request: dict[str, Any], walls: Walls) -> None:
    """Serve the judge on descriptor `channel`, printing to `output`."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    null = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    os.close(null)
    os.set_blocking(output, False)
    keep = {0, 1, 2, channel, output, walls.ruleset}
    os.closerange(max(keep) + 1, 256)
    for descriptor in range(3, max(keep)):
        if descriptor not in keep:
            _close(descriptor)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = printed.stream(output)  # type: ignore[misc]
    sys.argv = ["solution"]
    limits.limit(request["memory_mb"] << 20, request["seconds"])
    walls.enter()
    measure.before_counting(walls.end_threads)
    serve.Server(Channel(socket.socket(fileno=channel))).run()


def _close(descriptor: int) -> None:
    try:
        os.close(descriptor)
    except OSError:
        return
