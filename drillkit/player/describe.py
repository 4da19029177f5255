"""Descriptions, as plain data, of the learner's module, classes and exceptions."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import sys
import types
from typing import TYPE_CHECKING, Any

from drillkit.player.operations import specials_of
from drillkit.wire import WireError, dump

if TYPE_CHECKING:
    from drillkit.player.objects import Objects

_MAX_TEXT = 2_000
_FRAMES = 12
_CAUSES = 4
_PLAIN_HOOKS = ("__getattribute__", "__getattr__")

_NAME: Any = vars(type)["__name__"]
_MODULE: Any = vars(type)["__module__"]


def name_of(kind: type) -> str:
    """A class's own name, whatever its metaclass says."""
    return str(_NAME.__get__(kind))


def module_of(kind: type) -> str:
    """The name of the module that defines a class, whatever its metaclass says."""
    return str(_MODULE.__get__(kind))


def describe_module(module: types.ModuleType, objects: Objects) -> dict[str, Any]:
    """Every public name of the module: what it is and, for plain data, its value."""
    names: dict[str, Any] = {}
    for name, value in list(vars(module).items()):
        if name.startswith("_") or isinstance(value, types.ModuleType):
            continue
        if isinstance(value, type):
            names[name] = ["class", describe_class(value, objects)]
        elif callable(value) and not _is_instance(value):
            names[name] = ["function", getattr(value, "__doc__", None) if isinstance(getattr(value, "__doc__", None), str) else None]
        else:
            names[name] = _datum(value, objects)
    return names


def _is_instance(value: Any) -> bool:
    """Whether something that can be called is first of all an object of a class of the learner's."""
    return module_of(type(value)) == "solution" and not hasattr(value, "__name__")


def _datum(value: Any, objects: Objects) -> list[Any]:
    try:
        dump(value, lambda _: None)
    except (WireError, RecursionError, TypeError, ValueError, AttributeError):
        return ["object", describe_class(type(value), objects)]
    if objects.global_name(value):
        return ["object", describe_class(type(value), objects)]
    return ["data", value]


def describe_class(kind: type, objects: Objects) -> dict[str, Any]:
    """A class as data: its public name and bases, special methods beyond object's, methods, what sort it is."""
    plain = {name for base in kind.__mro__ for name, value in vars(base).items() if isinstance(value, types.FunctionType)}
    methods = [name for name in plain if isinstance(inspect.getattr_static(kind, name, None), types.FunctionType)]
    fields = getattr(kind, "__dataclass_fields__", None)
    doc = kind.__doc__
    return {
        "name": name_of(kind),
        "public": objects.public_name(kind),
        "bases": _bases(kind, objects),
        "specials": list(specials_of(kind)),
        "methods": [] if plain.intersection(_PLAIN_HOOKS) else sorted(n for n in methods if n == "__init__" or not n.startswith("__")),
        "error": issubclass(kind, BaseException),
        "sort": name_of(kind) if module_of(kind) == "builtins" else "",
        "doc": doc if isinstance(doc, str) and module_of(kind) != "builtins" else None,
        "fields": [[field.name, field.init] for field in dataclasses.fields(kind)] if isinstance(fields, dict) else None,
        "match": [name for name in getattr(kind, "__match_args__", ()) if isinstance(name, str)],
        "members": [[name, item.name] for name, item in kind.__members__.items()] if issubclass(kind, enum.Enum) else [],
        "order": [item.name for item in kind] if issubclass(kind, enum.Enum) else [],
    }


def _bases(kind: type, objects: Objects) -> list[list[str]]:
    """Module and name of the nearest ancestors that the judge can know."""
    found: list[list[str]] = []
    for base in kind.__bases__:
        known = _known(base, objects)
        for entry in [known] if known else _bases(base, objects):
            if entry not in found:
                found.append(entry)
    return found


def _known(kind: type, objects: Objects) -> list[str]:
    """How the judge may know a class: by a public name of the solution, or as one of a library."""
    name = objects.public_name(kind)
    if name:
        return ["solution", name]
    module = sys.modules.get(module_of(kind))
    if kind is not object and module_of(kind) != "solution" and getattr(module, name_of(kind), None) is kind:
        return [module_of(kind), name_of(kind)]
    return []


def describe_error(error: BaseException, objects: Objects, causes: int = _CAUSES) -> dict[str, Any]:
    """An exception as data: ancestors, text, arguments, what caused it, lines of the learner's file; a number where it is a learner's."""
    kind = type(error)
    own = module_of(kind) == "solution"
    cause, context = error.__cause__, error.__context__
    described = {
        "name": _text(name_of(kind)),
        "mro": [known for known in (_known(base, objects) for base in kind.__mro__) if known],
        "message": _message(error),
        "args": _data(tuple(error.args), objects),
        "attributes": {} if own else {k: v for k, v in vars(error).items() if not k.startswith("_") and objects.can_send(v)},
        "notes": [_text(note) for note in getattr(error, "__notes__", ()) if isinstance(note, str)][:_FRAMES],
        "frames": _frames(error, objects.filename),
        "judge": objects.judge_number(error),
        "number": objects.number(error) if own else None,
        "exit": isinstance(error, SystemExit),
        "cause": describe_error(cause, objects, causes - 1) if cause is not None and causes else None,
        "context": describe_error(context, objects, causes - 1) if context is not None and context is not cause and causes else None,
        "suppress": error.__suppress_context__,
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


def _data(value: Any, objects: Objects) -> Any:
    return value if objects.can_send(value, 65_536) else None


def _frames(error: BaseException, filename: str) -> list[list[Any]]:
    """Line number and function of each frame in the learner's file, the first and last of a long list."""
    found, trace = [], error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == filename:
            found.append([trace.tb_lineno or 0, _text(code.co_name)])
        trace = trace.tb_next
    if len(found) > _FRAMES:
        return [*found[:3], [0, f"… {len(found) - 6} more …"], *found[-3:]]
    return found
