"""Frames over a stream socket, the same on both sides."""

from __future__ import annotations

import socket
import time
from typing import Any

from drillkit.wire import FRAME, Refer, Resolve, WireError, dump, load, sizes

_JOIN = 1 << 16


class Closed(Exception):
    """The other side is gone."""


class Channel:
    """A socket that carries frames; not safe for two threads."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._until: float | None = None

    def timeout(self, seconds: float | None) -> None:
        """Bound all waiting from now on, however many pieces the other side sends."""
        self._until = None if seconds is None else time.monotonic() + seconds
        self._socket.settimeout(seconds)

    def send(self, value: Any, refer: Refer) -> None:
        """Send `value`; `Closed` when nobody listens, `TimeoutError` past the time-out, `WireError` before anything was sent."""
        pieces = dump(value, refer)
        try:
            if sum(len(piece) for piece in pieces) < _JOIN:
                self._socket.sendall(b"".join(pieces))
            else:
                for piece in pieces:
                    self._socket.sendall(piece)
                    self._go_on()
        except TimeoutError:
            raise
        except OSError:
            raise Closed from None

    def receive(self) -> tuple[bytearray, bytearray]:
        """Header and buffers of the next frame."""
        try:
            header, total = sizes(bytes(self._exactly(FRAME.size)))
            return self._exactly(header), self._exactly(total)
        except TimeoutError:
            raise
        except OSError:
            raise Closed from None

    def value(self, resolve: Resolve, *, copy: bool) -> Any:
        """The value of the next frame."""
        return load(*self.receive(), resolve, copy=copy)

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()

    def _exactly(self, count: int) -> bytearray:
        try:
            data = bytearray(count)
        except MemoryError:
            raise WireError("a frame is larger than memory") from None
        view, done = memoryview(data), 0
        while done < count:
            got = self._socket.recv_into(view[done:])
            if not got:
                raise Closed
            done += got
            if done < count:
                self._go_on()
        return data

    def _go_on(self) -> None:
        """Leave only what is left of the time for the next wait."""
        if self._until is None:
            return
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._socket.settimeout(left)
