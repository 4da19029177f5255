"""One hidden test's conversation with its player: the time it has left, its last call, what it measures."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from drillkit.drill import Limits
from drillkit.judge import reply
from drillkit.judge.brief import brief, brief_call
from drillkit.judge.cpu_clock import CpuClock
from drillkit.judge.effects import write_back
from drillkit.judge.errors import rebuild, traceback_lines, warn_again
from drillkit.judge.fault import PlayerFault
from drillkit.judge.padding import LEAST_PADDING, cost_of_padding
from drillkit.judge.peer import Peer
from drillkit.judge.players import Player, Zygote
from drillkit.judge.reply import Remarks, Reply
from drillkit.judge.submission import Submission
from drillkit.judge.texts import visible
from drillkit.player.channel import Channel, Closed
from drillkit.verdict import Measure, Outcome
from drillkit.wire import WireError

PRINTED_LIMIT = 65_536


class Session:
    """A player started when the test first needs it, and ended with the test."""

    def __init__(self, zygote: Zygote, submission: Submission, limits: Limits) -> None:
        self._zygote, self._submission, self._limits = zygote, submission, limits
        self._channel: Channel | None = None
        self._player: Player | None = None
        self._loading = False
        self._left = limits.seconds
        self._fault: PlayerFault | None = None
        self.peer = Peer(self)
        self.module: dict[str, Any] = {}
        self.called = False
        self.last_arguments: tuple[str, Any, tuple[Any, ...], dict[str, Any]] | None = None
        self.last_value: tuple[Any, ...] = ()
        self.keep_calls = False
        self.calls: list[list[Any]] = []
        self._clock: CpuClock | None = None
        self.mode = ""
        self.in_place: Any = None
        self.events = 0
        self.bytes = 0
        self.no_warnings = False
        self.measures: list[Measure] = []
        self.printed = ""
        self.refusal: PlayerFault | None = None

    def launch(self, *, described: bool = False) -> Session:
        """Start the player and have it load the learner's file, without waiting for either."""
        submission = self._submission
        self._player = self._zygote.start(self._limits)
        os.set_blocking(self._player.printed, False)
        self._channel, self._loading = Channel(self._player.socket), True
        message = ["load", submission.program, submission.filename, submission.record_fields, described, submission.may_change_arguments]
        with contextlib.suppress(TimeoutError, Closed):  # the first exchange will say so
            self._channel.timeout(self._left)
            self._channel.send(message, self.peer.refer)
        return self

    def open(self) -> None:
        """Wait until the learner's file is loaded; an exception of the learner's or a `PlayerFault` when it does not load."""
        if self._player is None:
            self.launch()
        if self._loading:
            self._loading = False
            self.module = self._exchange(None)

    def call(self, target: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Call a function, class or method of the learner's, and hold the rules of every call against it."""
        self.last_arguments, self.last_value = (name, target, args, kwargs), ()
        if self.keep_calls:
            self.calls.append([name, target, args, kwargs, None])
        value = self.perform(self.mode if self.mode in ("stage", "keep") else "call", target, args, kwargs)
        if self.mode == "keep":
            value = self.in_place
        self.last_value = (value,)
        if self.keep_calls:
            self.calls[-1][-1] = value
        return value

    @property
    def last_call(self) -> str:
        """The last call of the learner's code, in short form."""
        if self.last_arguments is None:
            return ""
        name, _, args, kwargs = self.last_arguments
        return brief_call(name, args, kwargs)

    @property
    def last_returned(self) -> str:
        """What it gave back, if it did."""
        return brief(self.last_value[0]) if self.last_value else ""

    def pin(self, cpu: int) -> None:
        """Have the player run on this processor alone, where the system can see to it."""
        assert self._player is not None
        with contextlib.suppress(OSError):
            os.sched_setaffinity(self._zygote.pid(self._player), {cpu})

    def run_staged(self, times: int) -> float:
        """CPU seconds of the player while it repeats the call made in mode "stage", read from the kernel where it can tell."""
        assert self._player is not None
        self._clock = self._clock or CpuClock(self._zygote.pid(self._player))
        self._clock.start()
        spent = self.perform("run", None, (times,))
        measured = self._clock.stop()
        return float(spent) if measured is None else measured

    def beside(self, source: bytes, filename: str) -> Session:
        """A session with another solution in a player like this one's, for comparison."""
        submission = Submission(source=source, filename=filename, records=self._submission.records, folder=self._submission.folder)
        return Session(self._zygote, submission, self._limits)

    @property
    def folder(self) -> Path | None:
        """The drill's folder."""
        return self._submission.folder

    def perform(self, verb: str, target: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None) -> Any:
        """Any other request on an object of the learner's."""
        self.called = True
        self.open()
        padding = LEAST_PADDING + os.urandom(1)[0] if self.mode == "count" else 0
        return self._exchange([verb, target, list(args), kwargs or {}, f"count{padding}" if padding else self.mode], padding)

    def close(self) -> None:
        """End the player and keep what it printed."""
        self.peer.close()
        if self._clock is not None:
            self._clock.close()
        if self._channel is not None:
            self._end(wait=False)

    def _exchange(self, message: list[Any] | None, padding: int = 0) -> Any:
        """Send a request (None: it was sent already) and wait for what it gives; `padding` is what must be among its steps."""
        if self._fault is not None:
            raise self._fault
        assert self._channel is not None
        until = time.monotonic() + self._left
        try:
            said = self._converse(self._channel, message, until)
        except TimeoutError:
            raise self._fail(Outcome.TIMEOUT, f"still running after {self._limits.seconds:g} s") from None
        except Closed:
            raise self._gone() from None
        except WireError as error:
            if self._alive_after_refusal(error):
                raise TypeError(f"an argument cannot be passed to the learner's code: {error}") from None
            raise self._fail(Outcome.CRASHED, "your code wrote to the channel that carries its results") from None
        finally:
            self._left = max(0.0, until - time.monotonic())
        self._show_printed()
        try:
            value = self._value(said, padding)
        except PlayerFault as fault:
            self.refusal = self.refusal or fault
            raise
        if message is not None and (said.remarks.now or said.remarks.generators):
            write_back(message[2], message[3], (*said.remarks.now, *said.remarks.generators))
        return value

    def _alive_after_refusal(self, error: WireError) -> bool:
        return str(error).startswith(("a value of ours", "this value")) or str(error).endswith("cannot travel")

    def _converse(self, channel: Channel, message: list[Any] | None, until: float) -> Reply:
        if message is not None:
            self._wait(channel, until)
            channel.send(message, self.peer.refer)
        while True:
            self._wait(channel, until)
            said = reply.read(channel.value(self.peer.resolve, copy=False))
            if isinstance(said, Reply):
                self._wait(channel, until)
                return said
            answer = self.peer.serve(*said)
            self._wait(channel, until)
            channel.send(answer, self.peer.refer)

    def _wait(self, channel: Channel, until: float) -> None:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        channel.timeout(left)

    def _value(self, said: Reply, padding: int) -> Any:
        if padding and said.kind == "ok":
            own = said.remarks.events - cost_of_padding(padding)
            if own <= 0:
                raise PlayerFault(Outcome.FAILED, "the counter of steps was switched off", call=self.last_call)
            self.events += own
        self.bytes = max(self.bytes, said.remarks.bytes)
        if said.kind == "bad":
            raise PlayerFault(Outcome.FAILED, f"the result cannot be read: {brief(said.value)[1:-1]}", call=self.last_call)
        if said.kind == "err":
            self._raise(said.value)
        self._hold_rules(said.remarks)
        return said.value

    def _raise(self, value: dict[str, Any]) -> None:
        lines = traceback_lines(value, self._submission.source, self._submission.filename)
        error = rebuild(value, self.peer, lines)
        if value.get("exit") is True:
            raise PlayerFault(Outcome.CRASHED, "your code asked the interpreter to exit (sys.exit)", call=self.last_call, traceback=lines)
        if value.get("name") == "Tampered":
            raise PlayerFault(Outcome.FAILED, str(value.get("message")), call=self.last_call, traceback=lines)
        if isinstance(error, MemoryError):
            raise PlayerFault(
                Outcome.MEMORY, f"needs more than the {self._limits.memory_mb} MB a test may use", call=self.last_call, traceback=lines
            )
        raise error

    def _hold_rules(self, remarks: Remarks) -> None:
        if remarks.changed and not self._submission.may_change_arguments:
            names = ", ".join(f"`{name}`" for name in remarks.changed)
            raise PlayerFault(Outcome.FAILED, f"changes its input {names}", call=self.last_call)
        if remarks.random:
            raise PlayerFault(
                Outcome.FAILED, f"touches the global random state ({remarks.random}): use a generator of its own", call=self.last_call
            )
        if remarks.warnings and self.no_warnings:
            raise PlayerFault(Outcome.FAILED, f"gives a warning: {brief(remarks.warnings[0])[1:-1]}", call=self.last_call)
        for warning in remarks.warnings:
            warn_again(warning)

    def _fail(self, outcome: Outcome, message: str) -> PlayerFault:
        self._end(wait=False)
        self._fault = self.refusal = PlayerFault(outcome, message, call=self.last_call)
        return self._fault

    def _gone(self) -> PlayerFault:
        """The player hung up: say why from how it ended."""
        status = self._end(wait=True)
        if status is None or status == -signal.SIGKILL:
            self._fault = PlayerFault(Outcome.CRASHED, "your code closed the channel to the judge", call=self.last_call)
        elif status == -signal.SIGXCPU:
            self._fault = PlayerFault(Outcome.TIMEOUT, f"used more than {self._limits.seconds:g} s of processor time", call=self.last_call)
        elif status < 0:
            self._fault = PlayerFault(Outcome.CRASHED, f"the interpreter crashed ({_signal_name(-status)})", call=self.last_call)
        else:
            self._fault = PlayerFault(Outcome.CRASHED, f"your code ended the process (exit status {status})", call=self.last_call)
        self.refusal = self._fault
        return self._fault

    def _show_printed(self) -> None:
        """Print here what the learner's code printed, for a test that looks at it, and keep what may be shown of it."""
        assert self._player is not None
        try:
            data = os.read(self._player.printed, PRINTED_LIMIT)
        except BlockingIOError:
            return
        if data and len(self.printed) < PRINTED_LIMIT:
            text = data.decode("utf-8", "replace")
            self.printed += visible(text)
            sys.stdout.write(text)

    def _end(self, *, wait: bool) -> int | None:
        assert self._channel is not None
        self._channel.close()
        self._channel = None
        assert self._player is not None
        self._show_printed()
        os.close(self._player.printed)
        status = self._zygote.end(self._player, wait=wait)
        self._fault = self._fault or PlayerFault(Outcome.CRASHED, "the test is over", call=self.last_call)
        return status


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


_current: list[Session] = []


def current() -> Session | None:
    """The session of the test that runs, None outside the judge."""
    return _current[-1] if _current else None


def enter(session: Session) -> Callable[[], None]:
    """Make `session` the current one; the result undoes it."""
    _current.append(session)
    return lambda: _current.remove(session)
