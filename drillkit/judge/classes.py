"""Local classes that stand for the learner's, made from what a player says of them."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from typing import Any

from drillkit.judge.forward import FORWARDERS, SORTS, ask, session_of
from drillkit.judge.parameters import code_of, signature_of
from drillkit.judge.remote import ClassProxy, MethodName, Reference, RemoteObject
from drillkit.judge.texts import visible
from drillkit.wire import WireError


def class_proxy(description: dict[str, Any], reference: Reference, known: Callable[[str, str], type | None]) -> Any:
    """The local class that stands for the described one, with exactly its special methods."""
    specials, sort = texts(description.get("specials")), str(description.get("sort", ""))
    body: dict[str, Any] = {name: FORWARDERS[name] for name in specials if name in FORWARDERS}
    body |= {name: MethodName(name) for name in texts(description.get("methods"))}
    if "__eq__" in specials and "__hash__" not in specials:
        body["__hash__"] = None
    if sort in SORTS:
        body |= _sorted(sort)
    body |= _dataclass_marks(description)
    if description.get("members"):
        body["__hash__"] = object.__hash__  # members are the same objects in all tests, and named before any runs
    doc = description.get("doc")
    body = {"__doc__": doc if type(doc) is str else None, "__module__": "solution"} | body
    body |= {"__slots__": (), "_drill_reference": reference, "_drill_members": {}, "_drill_order": [], "_drill_sort": sort}
    found = [known(*base) for base in pairs(description.get("bases"))]
    bases = tuple(base for base in found if isinstance(base, ClassProxy)) or (RemoteObject,)
    make: Any = ClassProxy
    try:
        return make(name_in(description), bases, body)
    except TypeError:  # bases that do not fit here: isinstance asks the player
        return make(name_in(description), (RemoteObject,), body)


def name_in(description: Any) -> str:
    """The name of a described class, made fit to be shown."""
    name = description.get("name") if isinstance(description, dict) else None
    if not isinstance(name, str):
        raise WireError("a class without a name")
    return visible(name[:200]).replace("\n", " ") or "?"


def texts(values: Any) -> list[str]:
    """The strings of a list that a player sent."""
    return [value for value in values or () if isinstance(value, str)] if isinstance(values, list) else []


def pairs(values: Any) -> list[tuple[str, str]]:
    """The pairs of strings of a list that a player sent."""
    entries = [texts(value) for value in values] if isinstance(values, list) else []
    return [(entry[0], entry[1]) for entry in entries if len(entry) == 2]


def _sorted(sort: str) -> dict[str, Any]:
    """What functions, generators and their like show of themselves."""
    body: dict[str, Any] = {"__class__": property(lambda _: SORTS[sort])}
    if SORTS[sort] in (types.FunctionType, types.BuiltinFunctionType):
        body |= {name: property(_reader(name)) for name in ("__doc__", "__module__")}
        body["__signature__"] = property(lambda self: signature_of(ask(self, "signature")))
        body["__code__"] = property(lambda self: code_of(ask(self, "flavour")))
        body["__get__"] = lambda self, instance, _=None: self if instance is None else types.MethodType(self, instance)
    return body


def _reader(name: str) -> Callable[[Any], Any]:
    return lambda self: session_of(self).perform("get", self, (name,))


def _dataclass_marks(description: dict[str, Any]) -> dict[str, Any]:
    """What `dataclasses` and `match` look for in a class."""
    body: dict[str, Any] = {}
    fields = description.get("fields")
    if isinstance(fields, list):
        entries = [entry for entry in fields if type(entry) is list and len(entry) == 2 and type(entry[0]) is str]
        with_init = [(name, object, dataclasses.field(init=init is True, default=None)) for name, init in entries if name.isidentifier()]
        try:
            body["__dataclass_fields__"] = dict(vars(dataclasses.make_dataclass("_", with_init))["__dataclass_fields__"])
        except (TypeError, ValueError):  # names that no dataclass here may have
            body["__dataclass_fields__"] = {}
    if description.get("match"):
        body["__match_args__"] = tuple(texts(description["match"]))
    return body
