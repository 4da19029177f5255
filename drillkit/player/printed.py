"""What the learner prints: a bounded stream onto a pipe that never blocks."""

from __future__ import annotations

import contextlib
import io
import os
from typing import Any

LIMIT = 16_384


class Printed(io.RawIOBase):
    """Writes the first `LIMIT` bytes to a descriptor and swallows the rest."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._left = LIMIT

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Take all of `data`; say once where it was cut."""
        size = len(data)
        if self._left > 0:
            kept = bytes(data[: self._left])
            self._left -= len(kept)
            with contextlib.suppress(OSError):
                os.write(self._descriptor, kept if self._left else kept + b"\n[more was printed]")
        return size


def stream(descriptor: int) -> io.TextIOWrapper:
    """A text stream for `sys.stdout` and `sys.stderr`."""
    raw: Any = Printed(descriptor)
    return io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", write_through=True)
