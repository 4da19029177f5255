"""The module `solution` that hidden tests import from, made of proxies for what the learner's file defines."""

from __future__ import annotations

import sys
import types
from typing import Any

from drillkit.judge.classes import class_proxy, pairs, texts
from drillkit.judge.errors import error_proxy, library_error
from drillkit.judge.remote import Function, Reference, Running, made_by_test, remote_object
from drillkit.wire import WireError

_errors: dict[str, type[BaseException]] = {}
_classes: dict[str, Any] = {}
_globals: dict[str, Any] = {}


def known_errors() -> dict[str, type[BaseException]]:
    """Local stand-ins of the exception classes that the learner's file defines."""
    return _errors


def known_class(module: str, name: str) -> Any:
    """The local class of that module and name, None where there is none."""
    if module == "solution":
        return _errors.get(name) or _classes.get(name)
    return library_error(module, name)


def global_object(name: Any) -> Any:
    """The stand-in of an object that the learner's file holds under a public name, or of a member of an enum."""
    if name not in _globals:
        raise WireError("an object that was not there before")
    return _globals[name]


def install(described: dict[str, Any], records: dict[str, type]) -> None:
    """Put the module into `sys.modules`, in place of any earlier one."""
    module = types.ModuleType("solution")
    _forget()
    for name, entry in described.items():
        if not isinstance(name, str) or not name.isidentifier() or name.startswith("_") or type(entry) is not list or len(entry) != 2:
            raise WireError("the solution describes itself wrongly")
        setattr(module, name, records[name] if name in records else _stand_in(name, *entry))
    sys.modules["solution"] = module


def remove() -> None:
    """Forget the module."""
    sys.modules.pop("solution", None)
    _forget()


def _forget() -> None:
    for table in (_errors, _classes, _globals):
        table.clear()


def _stand_in(name: str, sort: str, about: Any) -> Any:
    if sort == "function":
        return Function(name, about if isinstance(about, str) else None)
    if sort == "class" and isinstance(about, dict):
        return _class(name, about)
    if sort == "object" and isinstance(about, dict):
        kind = known_class("solution", str(about.get("public") or "")) or class_proxy(about, Reference("name", name), known_class)
        _globals[name] = remote_object(kind, Running(), Reference("name", name))
        return _globals[name]
    if sort == "data":
        return about
    return Function(name, None)


def _class(name: str, about: dict[str, Any]) -> Any:
    public = about.get("public")
    if public in _classes or public in _errors:
        return known_class("solution", str(public))
    if about.get("error"):
        _errors[name] = error_proxy(about, known_class)
        return _errors[name]
    made = _classes[name] = class_proxy(about, Reference("name", name), known_class)
    for member, first in pairs(about.get("members")):
        path = f"{name}.{first}"
        if path not in _globals:
            _globals[path] = made_by_test(remote_object(made, Running(), Reference("g", path)))
        made._drill_members[member] = _globals[path]
    made._drill_order.extend(_globals[f"{name}.{first}"] for first in texts(about.get("order")) if f"{name}.{first}" in _globals)
    return made
