"""Exceptions of the learner's code, rebuilt on the judge's side as the same builtin type."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drillkit.judge.peer import Peer

_MARK = "__drill_traceback__"
_LIBRARIES = frozenset(
    "builtins dataclasses json.decoder decimal asyncio.exceptions numpy.exceptions numpy.linalg statistics struct copy queue graphlib "
    "concurrent.futures._base zoneinfo._common re sre_constants binascii contextlib".split()
)
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
    args = described.get("args")
    args = args if type(args) is tuple else (str(described.get("message", "")),)
    error: Any = _instance(_kind(described), args)
    attributes = described.get("attributes")
    for name, value in attributes.items() if type(attributes) is dict else ():
        if isinstance(name, str) and not name.startswith("_"):
            with contextlib.suppress(Exception):  # a name that this class keeps for values of its own
                setattr(error, name, value)
    error.__dict__[_MARK] = lines
    error.__dict__["__drill_name__"] = str(described.get("name", ""))
    error.__dict__["__drill_message__"] = str(described.get("message", ""))
    if type(described.get("number")) is int:
        error.__dict__["__drill_number__"], error.__dict__["__drill_peer__"] = described["number"], peer
    _add_causes(error, described, peer)
    rebuilt: BaseException = error
    return rebuilt


def _add_causes(error: BaseException, described: dict[Any, Any], peer: Peer) -> None:
    """What the exception came from, and its notes."""
    cause, context = described.get("cause"), described.get("context")
    if isinstance(context, dict):
        error.__context__ = rebuild(context, peer, ())
    if isinstance(cause, dict):
        error.__cause__ = rebuild(cause, peer, ())
        error.__context__ = error.__context__ or error.__cause__
    error.__suppress_context__ = described.get("suppress") is True
    notes = described.get("notes")
    for note in notes if type(notes) is list else ():
        if isinstance(note, str):
            error.add_note(note)


class ErrorProxy(type):
    """Metaclass of the classes that stand for the learner's exception classes: real ones, made by the player when a test makes one."""

    def __call__(cls, /, *args: Any, **kwargs: Any) -> Any:
        from drillkit.judge.remote import Reference
        from drillkit.judge.session import current

        session = current()
        if session is None or "_drill_stands_for" not in vars(cls):
            return super().__call__(*args, **kwargs)
        return session.perform("call", Reference("name", cls.__name__), args, kwargs)

    def __getattr__(cls, name: str) -> Any:
        from drillkit.judge.remote import Reference, is_hidden, running

        if is_hidden(name):
            raise AttributeError(name)
        return running().perform("get", Reference("name", cls._drill_stands_for), (name,))


def error_proxy(description: dict[str, Any], known: Callable[[str, str], Any]) -> type[BaseException]:
    """A real exception class for one that the learner defines, so that tests can name it in `raises`."""
    from drillkit.judge.classes import name_in, pairs

    name = name_in(description)
    found = [known(*base) for base in pairs(description.get("bases"))]
    bases = tuple(base for base in found if isinstance(base, type) and issubclass(base, Exception)) or (Exception,)
    doc = description.get("doc")
    body: dict[str, Any] = {"__str__": _message_of, "__getattr__": _attribute_of, "__doc__": doc if type(doc) is str else None}
    body |= {"__module__": "solution", "_drill_stands_for": name}
    make: Any = ErrorProxy
    try:
        made: type[BaseException] = make(name, bases, body)
    except TypeError:  # bases that do not fit together here
        made = make(name, bases[:1], body)
    return made


def warn_again(text: str) -> None:
    """Give a warning of the learner's, `Category: message`, here."""
    import warnings

    from drillkit.judge.solution import known_class

    name, _, message = text.partition(": ")
    kind = known_class("builtins", name) or known_class("solution", name)
    warnings.warn(message, kind if isinstance(kind, type) and issubclass(kind, Warning) else UserWarning, stacklevel=4)


def library_error(module: str, name: str) -> type[BaseException] | None:
    """An exception class of the interpreter or of a library that is loaded here."""
    value = getattr(sys.modules.get(module), name, None) if module in _LIBRARIES else None
    return value if isinstance(value, type) and issubclass(value, BaseException) else None


def _message_of(error: BaseException) -> str:
    message: str | None = error.__dict__.get("__drill_message__")
    return super(type(error), error).__str__() if message is None else message


def _attribute_of(error: BaseException, name: str) -> Any:
    """What the learner's exception has beyond an ordinary one: attributes, properties, methods."""
    peer = error.__dict__.get("__drill_peer__")
    if peer is None or (name.startswith("__") and name.endswith("__")):
        raise AttributeError(name)
    return peer.session.perform("get", error, (name,))


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


def _kind(described: dict[Any, Any]) -> type[BaseException]:
    from drillkit.judge.solution import known_class

    for module, name in described.get("mro") or ():
        value = known_class(module, name)
        if isinstance(value, type) and issubclass(value, BaseException):
            return LearnerError if name in _PLAIN and module == "builtins" else value
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
