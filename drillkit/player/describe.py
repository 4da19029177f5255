"""Descriptions, as plain data, of the learner's module, classes and exceptions."""

from __future__ import annotations

import types
from typing import Any

from drillkit.player.objects import Objects, describe_class
from drillkit.wire import WireError, dump

_MAX_TEXT = 2_000
_FRAMES = 12


def describe_module(module: types.ModuleType, objects: Objects) -> dict[str, Any]:
    """Every public name of the module: what it is and, for plain data, its value."""
    names: dict[str, Any] = {}
    for name, value in list(vars(module).items()):
        if name.startswith("_") or isinstance(value, types.ModuleType):
            continue
        if isinstance(value, type):
            names[name] = ["class", describe_class(value)]
        elif callable(value):
            names[name] = ["function", getattr(value, "__doc__", None) if isinstance(getattr(value, "__doc__", None), str) else None]
        else:
            names[name] = _datum(value)
    return names


def _datum(value: Any) -> list[Any]:
    try:
        dump(value, lambda _: None)
    except (WireError, RecursionError, TypeError, ValueError, AttributeError):
        return ["object", None]
    return ["data", value]


def describe_error(error: BaseException, objects: Objects, filename: str) -> dict[str, Any]:
    """An exception as data: builtin ancestors, text, arguments where they are data, lines of the learner's file."""
    kind = type(error)
    own = kind.__module__ == "solution"
    described = {
        "name": _text(kind.__name__),
        "module": _text(kind.__module__),
        "own": own,
        "mro": [
            _text(base.__name__)
            for base in kind.__mro__
            if base.__module__ in ("builtins", "numpy.linalg", "solution", "decimal", "json.decoder")
        ],
        "message": _message(error),
        "args": _data(error.args),
        "attributes": _data({k: v for k, v in vars(error).items() if not k.startswith("_")}) if own else None,
        "frames": _frames(error, filename),
        "judge": objects.judge_number(error),
        "exit": isinstance(error, SystemExit),
    }
    if isinstance(error, SyntaxError):
        described["syntax"] = [_text(error.filename), error.lineno, error.offset, _text(error.msg)]
    return described


def _text(value: Any) -> str:
    return str.__str__(value)[:_MAX_TEXT] if isinstance(value, str) else ""


def _message(error: BaseException) -> str:
    try:
        return _text(str(error))
    except BaseException:  # the learner's __str__ may do anything
        return ""


def _data(value: Any) -> Any:
    try:
        pieces = dump(value, lambda _: None)
    except BaseException:
        return None
    return value if sum(len(piece) for piece in pieces) < 65_536 else None


def _frames(error: BaseException, filename: str) -> list[list[Any]]:
    """Line number and function of each frame in the learner's file, the first and last of a long list."""
    found, trace = [], error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == filename:
            found.append([trace.tb_lineno, _text(code.co_name)])
        trace = trace.tb_next
    if len(found) > _FRAMES:
        return [*found[:3], [0, f"… {len(found) - 6} more …"], *found[-3:]]
    return found
