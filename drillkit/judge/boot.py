"""How a judge comes up: NumPy is loaded once for two, then a fork without anything else in its memory becomes the zygote."""

from __future__ import annotations

import gc
import os
import socket
import sys
from typing import NoReturn

from drillkit.judge.spawn import CLEAN


def main(standard: list[str]) -> None:
    """Bring up zygote and judge, and serve; `standard` is the path of the standard library alone."""
    gc.disable()  # what is loaded stays: looking through it again and again finds nothing
    parent = int(sys.argv[1])
    sys.argv = ["judge"]
    import numpy as np

    import drillkit.player.zygote  # noqa: F401  what both processes need

    np.random, np.linalg  # noqa: B018  these too, and they are loaded when first asked for
    ours, theirs = socket.socketpair()
    judge = os.getpid()
    pid = os.fork()
    if pid == 0:
        ours.close()
        _become_zygote(theirs, judge, standard)
    theirs.close()
    from drillkit.judge.players import Zygote
    from drillkit.judge.server import serve

    serve(Zygote(pid, ours), parent)


def _become_zygote(control: socket.socket, judge: int, standard: list[str]) -> NoReturn:
    """Keep the control socket, forget where everything else is, and fork players until the judge hangs up."""
    from drillkit.player import zygote

    without, keeps_errors = os.environ.get("DRILL_SANDBOX_WITHOUT", "").split(","), "DRILL_DEBUG_PLAYER" in os.environ
    try:
        os.setpgid(0, 0)
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1) if keeps_errors else (0, 1, 2):
            os.dup2(null, descriptor)
        os.closerange(3, control.fileno())
        os.closerange(control.fileno() + 1, 256)
        os.chdir("/")
        os.environ.clear()
        os.environ.update(CLEAN)
        sys.path[:] = standard
        sys.path_importer_cache.clear()
        sys.dont_write_bytecode = True
        zygote.main(control, judge, without)
    finally:
        os._exit(70)
