"""The player's side of the conversation: requests in, values, errors and callbacks out."""

from __future__ import annotations

import marshal
import sys
import time
import types
from collections.abc import Callable
from typing import Any

from drillkit.player import measure, watch
from drillkit.player.channel import Channel, Closed
from drillkit.player.describe import describe_error, describe_module
from drillkit.player.objects import Objects
from drillkit.player.operations import OPERATIONS, step
from drillkit.player.turns import Turns
from drillkit.wire import WireError, load


class Server:
    """Holds the learner's module and the objects that the judge has handles on."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._objects = Objects(self._ask_judge)
        self._turns = Turns()
        self._keeps_changes = False
        self._verbs: dict[str, Callable[..., Any]] = {
            "call": self._call,
            "get": self._get,
            "set": setattr,
            "del": delattr,
            "op": self._operate,
            "next": self._next,
            "begin": self._turns.begin,
            "turn": self._turns.turn,
            "cancel": self._turns.cancel,
            "send": lambda target, value: step(lambda: target.send(value)),
            "throw": lambda target, *error: step(lambda: target.throw(*error)),
            "stage": self._stage,
            "keep": self._keep,
            "run": self._run_staged,
        }
        self._staged: Callable[[], Any] = lambda: None

    def run(self) -> None:
        """Answer until the judge hangs up."""
        try:
            while True:
                self._answer(*self._channel.receive())
        except Closed:
            return

    def _answer(self, header: bytearray, buffers: bytearray) -> None:
        frozen = bytes(buffers)
        verb, *rest = load(header, frozen, self._objects.resolve, copy=True)
        extras: dict[str, Any] = {}
        try:
            if verb == "load":
                reply: list[Any] = ["ok", self._load(*rest), extras]
            else:
                target, args, kwargs, flags = rest
                value = self._perform(verb, target, args, kwargs, flags, extras)
                reply = ["ok", value, extras]
                self._note_changes(verb, target, args, kwargs, extras, header, frozen)
        except Closed:
            raise
        except BaseException as error:  # whatever the learner raises is an answer
            reply = ["err", describe_error(error, self._objects), extras]
        self._send(reply)

    def _send(self, reply: list[Any]) -> None:
        told = self._objects.told
        try:
            self._channel.send(reply, self._objects.refer)
        except WireError as error:
            self._send_instead(told, ["bad", str(error), reply[2]])
        except RecursionError:
            self._send_instead(told, ["bad", "the result refers to itself", reply[2]])
        except Closed:
            raise
        except BaseException as error:  # code of the learner's that runs while a result is read
            self._send_instead(told, ["err", describe_error(error, self._objects), reply[2]])

    def _send_instead(self, told: int, reply: list[Any]) -> None:
        self._objects.untell(told)
        reply[2].pop("now", None)
        self._channel.send(reply, self._objects.refer)

    def _load(self, program: bytes, filename: str, records: dict[str, list[str]], described: bool, keeps_changes: bool) -> dict[str, Any]:
        self._objects.filename, self._keeps_changes = filename, keeps_changes
        module = types.ModuleType("solution")
        module.__file__ = filename
        sys.modules["solution"] = module
        self._objects.module = module
        self._objects.records = {name: tuple(fields) for name, fields in records.items()}
        exec(marshal.loads(program), module.__dict__)  # noqa: S102, S302  this is what a player is for; the judge compiled it
        measure.watch(module.__dict__)
        self._objects.publish(module)
        return describe_module(module, self._objects) if described else {}

    def _perform(self, verb: str, target: Any, args: list[Any], kwargs: dict[str, Any], flags: str, extras: dict[str, Any]) -> Any:
        action = self._verbs[verb]
        before = watch.random_state()
        with watch.warnings_noted(extras):
            if flags.startswith("count"):
                value, extras["events"] = measure.count_events(lambda: action(target, *args, **kwargs), int(flags[5:]))
            elif flags == "memory":
                value, extras["bytes"] = measure.trace_memory(lambda: action(target, *args, **kwargs))
            else:
                value = action(target, *args, **kwargs)
        touched = watch.random_touched(before)
        if touched:
            extras["random"] = touched
        return value

    def _note_changes(
        self, verb: str, target: Any, args: list[Any], kwargs: dict[str, Any], extras: dict[str, Any], header: bytearray, frozen: bytes
    ) -> None:
        if verb not in ("call", "op", "stage") or not (args or kwargs):
            return
        pristine = load(header, frozen, self._objects.resolve, copy=False)
        changed = watch.changed(args, kwargs, pristine[2], pristine[3], target)
        if changed:
            extras["changed"] = list(changed.values())
            if self._keeps_changes:
                extras["now"] = [[place, args[place] if isinstance(place, int) else kwargs[place]] for place in changed]
        advanced = watch.advanced(args, kwargs, pristine[2], pristine[3])
        if advanced:
            extras["generators"] = advanced

    def _call(self, target: Any, /, *args: Any, **kwargs: Any) -> Any:
        return target(*args, **kwargs)

    def _stage(self, target: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call once, and keep the call for `run`."""
        self._keep(target, *args, **kwargs)
        return target(*args, **kwargs)

    def _keep(self, target: Any, /, *args: Any, **kwargs: Any) -> None:
        self._staged = lambda: target(*args, **kwargs)

    def _run_staged(self, _: Any, times: int) -> float:
        """CPU seconds that `times` of the staged call took here; coarse on some systems, so the judge reads them itself where it can."""
        staged, began = self._staged, time.process_time()
        for _ in range(times):
            staged()
        return time.process_time() - began

    def _get(self, target: Any, name: str) -> Any:
        return getattr(target, name)

    def _operate(self, target: Any, name: str, *args: Any) -> Any:
        return OPERATIONS[name](target, *args)

    def _next(self, target: Any) -> Any:
        return step(lambda: next(target))

    def _ask_judge(self, number: int, verb: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Have the judge call one of its own objects; requests that come meanwhile are served."""
        self._channel.send(["back", number, verb, list(args), kwargs], self._objects.refer)
        while True:
            header, buffers = self._channel.receive()
            message = load(header, bytes(buffers), self._objects.resolve, copy=True)
            if message[0] == "backok":
                return message[1]
            if message[0] == "backerr":
                raise self._objects.judge_error(*message[1:])
            self._answer(header, buffers)
