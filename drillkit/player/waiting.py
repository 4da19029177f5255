"""Waiting for a process of one's own to end."""

from __future__ import annotations

import os
import time


def exit_status(pid: int, seconds: float) -> int | None:
    """The exit status of a child that ends within so many seconds, negative for a signal; None while it runs."""
    until = time.monotonic() + seconds
    done, status = os.waitpid(pid, os.WNOHANG)
    while not done and time.monotonic() < until:
        time.sleep(0.001)
        done, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None
