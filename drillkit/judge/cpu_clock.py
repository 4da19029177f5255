"""The CPU time of another process, as the kernel tells it."""

from __future__ import annotations

import os
import sys
import time

_TRIES = 500


class CpuClock:
    """A stop-watch for the CPU time of all threads of a process.

    The time of a process that runs is not up to date, by milliseconds where its CPU time is limited; so the clock is read once it sleeps.
    """

    def __init__(self, pid: int) -> None:
        self._clock = (~pid << 3) | 2  # as clock_getcpuclockid(3) makes it
        self._state = -1
        self._began: float | None = None
        if sys.platform == "linux":
            self._state = os.open(f"/proc/{pid}/stat", os.O_RDONLY | os.O_CLOEXEC)

    def start(self) -> None:
        """Begin a sample."""
        self._began = self._read()

    def stop(self) -> float | None:
        """CPU seconds since the start; None where the system does not tell."""
        ended = self._read()
        return None if ended is None or self._began is None else ended - self._began

    def _read(self) -> float | None:
        if self._state < 0:
            return None
        try:
            asleep = 0
            for _ in range(_TRIES):
                asleep = asleep + 1 if os.pread(self._state, 512, 0).rpartition(b")")[2][1:2] == b"S" else 0
                if asleep == 2:  # said a moment before it is true
                    break
            return time.clock_gettime(self._clock)
        except OSError:
            return None

    def close(self) -> None:
        """Let go of the process."""
        if self._state >= 0:
            os.close(self._state)
            self._state = -1
