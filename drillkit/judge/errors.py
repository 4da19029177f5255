"""Exceptions of the learner's code, rebuilt on the judge's side as the same builtin type."""

from __future__ import annotations

import builtins
import contextlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drillkit.judge.remote import Peer

_MARK = "__drill_traceback__"
_PLAIN = {"SystemExit", "KeyboardInterrupt", "GeneratorExit", "BaseException"}


class LearnerError(RuntimeError):
    """Stands for exceptions that may not be raised here as what they are, such as KeyboardInterrupt."""


def is_learners(error: BaseException) -> bool:
    """Whether the learner's code raised it."""
    return hasattr(error, _MARK)


def traceback_of(error: BaseException) -> tuple[str, ...]:
    """Lines of the learner's own file that led to the error."""
    lines: tuple[str, ...] = getattr(error, _MARK, ())
    return lines


def rebuild(described: Any, peer: Peer, lines: tuple[str, ...]) -> BaseException:
    """An exception of the same builtin type (or of the learner's class as the test knows it), marked as the learner's."""
    if not isinstance(described, dict):
        described = {}
    number = described.get("judge")
    if type(number) is int and number in peer.errors:
        return peer.errors[number]
    kind = _kind(described, peer)
    args = described.get("args")
    args = args if type(args) is tuple else (str(described.get("message", "")),)
    error = _instance(kind, args)
    attributes = described.get("attributes")
    for name, value in (attributes or {}).items() if type(attributes) is dict else ():
        if isinstance(name, str) and not name.startswith("_"):
            with contextlib.suppress(Exception):  # a name that this class keeps for values of its own
                setattr(error, name, value)
    error.__dict__[_MARK] = lines
    error.__dict__["__drill_name__"] = str(described.get("name", ""))
    error.__dict__["__drill_message__"] = str(described.get("message", ""))
    return error


def said(error: BaseException) -> str:
    """`ValueError: k must be positive`, as the learner's own Python would end its traceback."""
    name = error.__dict__.get("__drill_name__") or type(error).__name__
    message = error.__dict__["__drill_message__"] if "__drill_message__" in error.__dict__ else str(error)
    return f"{name}: {message}" if message else str(name)


def traceback_lines(described: Any, source: bytes, filename: str) -> tuple[str, ...]:
    """`line 7, in top_k: scores = documents @ query` for each frame of the learner's file."""
    if not isinstance(described, dict):
        return ()
    text = source.decode("utf-8", "replace").splitlines()
    lines = []
    for frame in described.get("frames") or ():
        if not (type(frame) is list and len(frame) == 2 and type(frame[0]) is int and isinstance(frame[1], str)):
            continue
        number, function = frame
        code = text[number - 1].strip() if 0 < number <= len(text) else ""
        lines.append(f"{filename}:{number} in {function}: {code}" if number else function)
    return tuple(line[:200] for line in lines[:12])


def _kind(described: dict[Any, Any], peer: Peer) -> type[BaseException]:
    for name in described.get("mro") or ():
        if not isinstance(name, str):
            continue
        known = peer.error_class(name)
        if known is not None:
            return known
        if name == "LinAlgError":
            import numpy as np

            return np.linalg.LinAlgError
        value = getattr(builtins, name, None)
        if isinstance(value, type) and issubclass(value, BaseException):
            return LearnerError if name in _PLAIN else value
    return LearnerError


def _instance(kind: type[BaseException], args: tuple[Any, ...]) -> BaseException:
    try:
        error = kind.__new__(kind, *args)
        error.args = args
        if issubclass(kind, OSError | UnicodeError | ImportError | SyntaxError | StopIteration | AttributeError | NameError):
            initialise: Any = kind.__init__
            initialise(error, *args)
    except Exception:  # arguments that this class does not take
        error = LearnerError(*args)
    return error
