"""Single keys from the terminal, through the standard library alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import typer

ENTER, ESCAPE, BACKSPACE = "\n", "\x1b", "\x7f"
HUNG_UP = 129
_SAME = {"\r": ENTER, "\x08": BACKSPACE}


def read_key() -> str:
    """Wait for one key and return its character, small letters for large ones; an arrow or function key is ESCAPE.

    Ctrl-C raises KeyboardInterrupt, Ctrl-D too; a terminal that is closed ends the program.
    """
    key = _windows() if sys.platform == "win32" else _posix()
    if key in ("\x03", "\x04"):
        raise KeyboardInterrupt
    return _SAME.get(key, key).lower()


def _posix() -> str:
    descriptor = sys.stdin.fileno()
    with _unbuffered(descriptor):
        read = _byte(descriptor)
        if read == b"\x1b":
            _drain(descriptor)
            return ESCAPE
        more = next((count for count, bits in ((3, 0xF0), (2, 0xE0), (1, 0xC0)) if read[0] & bits == bits), 0)
        for _ in range(more):
            read += _byte(descriptor)
    return read.decode(errors="replace")


@contextmanager
def _unbuffered(descriptor: int) -> Iterator[None]:
    """Keys at once and unseen, Ctrl-C still a signal; what was typed ahead is kept, and the terminal is put back as it was."""
    import termios
    import tty

    try:
        before = termios.tcgetattr(descriptor)
        tty.setcbreak(descriptor, termios.TCSADRAIN)
    except termios.error:
        raise typer.Exit(HUNG_UP) from None
    try:
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _byte(descriptor: int) -> bytes:
    try:
        read = os.read(descriptor, 1)
    except OSError:
        read = b""
    if not read:
        raise typer.Exit(HUNG_UP)
    return read


def _drain(descriptor: int) -> None:
    """Take the rest of what an arrow or function key sends."""
    import select

    while select.select([descriptor], [], [], 0.02)[0]:
        _byte(descriptor)


def _windows() -> str:
    import msvcrt

    key: str = msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore]
    if key in ("\x00", "\xe0"):
        msvcrt.getwch()  # type: ignore[attr-defined,unused-ignore]
        return ESCAPE
    return key
