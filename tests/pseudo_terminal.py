"""A command on a real pseudo-terminal, answered as it asks."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path

COMMAND = [sys.executable, "-m", "drillkit"]
PATIENCE = 60.0
_CODES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[=>]")


class Session:
    """A running command on a terminal of 80 by 40; `screen` is all it wrote, without control codes."""

    def __init__(self, argv: list[str], *, env: Mapping[str, str], cwd: Path, command: list[str] = COMMAND) -> None:
        self._leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
        quiet = {**env, "PAGER": "cat", "TERM": "xterm"}

        def own_terminal() -> None:
            for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):  # ignored here when the tests run in the background
                signal.signal(number, signal.SIG_DFL)
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self._process = subprocess.Popen(
            [*command, *argv], env=quiet, cwd=cwd, stdin=follower, stdout=follower, stderr=follower, preexec_fn=own_terminal
        )
        os.close(follower)
        self.raw = ""
        self._read_to = 0

    @property
    def screen(self) -> str:
        return _CODES.sub("", self.raw).replace("\r\n", "\n")

    def until(self, text: str) -> str:
        """Wait until `text` appears after what was waited for before; what came up to it."""
        end = time.monotonic() + PATIENCE
        while (at := self.screen.find(text, self._read_to)) < 0:
            assert time.monotonic() < end, f"waited for {text!r} in {self.screen[self._read_to :]!r}"
            if not self._read(0.2) and self._process.poll() is not None:
                self._read(0.2)
                assert text in self.screen[self._read_to :], f"ended without {text!r}: {self.screen[self._read_to :]!r}"
        found = self.screen[self._read_to : at]
        self._read_to = at + len(text)
        return found

    def _read(self, wait: float) -> bool:
        if not select.select([self._leader], [], [], wait)[0]:
            return False
        try:
            piece = os.read(self._leader, 65536)
        except OSError:  # the other end is closed
            return False
        self.raw += piece.decode(errors="replace")
        return bool(piece)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._leader, keys.encode())

    def until_single_keys(self) -> None:
        """Wait until the terminal hands on each key at once."""
        end = time.monotonic() + PATIENCE
        while termios.tcgetattr(self._leader)[3] & termios.ICANON:
            assert time.monotonic() < end, "no single key is asked for"
            time.sleep(0.01)

    def answer(self, question: str, keys: str) -> None:
        """Wait for a question, then press keys."""
        self.until(question)
        self.type(keys)

    def interrupt(self) -> None:
        """Press Ctrl-C, and once more if it came just between a prompt and the waiting for its answer, where it has to wait too."""
        time.sleep(0.2)
        self.type("\x03")
        end = time.monotonic() + 10
        while self._process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        if self._process.poll() is None:
            self.type("\x03")

    def kill(self) -> None:
        """End it without a chance to say anything."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(PATIENCE)
        os.close(self._leader)

    def hang_up(self) -> int:
        """Close the terminal; the exit status."""
        os.close(self._leader)
        return self._process.wait(PATIENCE)

    def end(self) -> int:
        """Wait for its end; the exit status."""
        end = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        while self._read(0.05):
            pass
        os.close(self._leader)
        return self._process.wait(1)
