"""The CPU time of another process, as the kernel tells it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


def clock_of(pid: int) -> Callable[[], float]:
    """A reader of another process's CPU time; it gives -1 where the system has none."""
    if sys.platform != "linux":
        return lambda: -1.0
    clock = (~pid << 3) | 2  # as clock_getcpuclockid(3) makes it

    def read() -> float:
        try:
            return time.clock_gettime(clock)
        except OSError:
            return -1.0

    return read
