"""The judge's table of one player's objects, and of its own that the player may use."""

from __future__ import annotations

import collections
import functools
import random
import types
from typing import TYPE_CHECKING, Any

import numpy as np

from drillkit.judge.about import about, public_name, specials_of
from drillkit.judge.classes import class_proxy, texts
from drillkit.judge.forward import NAMED, PLAIN
from drillkit.judge.handle import is_remote
from drillkit.judge.remote import (
    ClassProxy,
    Function,
    Method,
    Reference,
    RemoteObject,
    Running,
    is_hidden,
    remote_object,
)
from drillkit.player.operations import OPERATIONS, REFLECTED, SPECIALS
from drillkit.player.turns import Turns, awaited
from drillkit.wire import WireError

if TYPE_CHECKING:
    from drillkit.judge.session import Session

_DATA_MODULES = frozenset({"decimal", "fractions", "datetime", "collections"})
_CLOSED = (  # their public attributes lead to what nobody passed
    type,
    types.ModuleType,
    types.FunctionType,
    types.FrameType,
    types.CodeType,
    types.TracebackType,
    types.GeneratorType,
    types.CoroutineType,
    types.AsyncGeneratorType,
    functools.partial,
)
_RUNNING = frozenset({"send", "throw", "close", "asend", "athrow", "aclose"})
_FUNCTIONS = (types.FunctionType, types.MethodType, types.BuiltinFunctionType, functools.partial, type)
_SORTS = ((staticmethod, "static"), (classmethod, "class"), (property, "property"))


class Peer:
    """What stands for what, in both directions, for as long as one player lives."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.errors: dict[int, BaseException] = {}
        self._error_numbers: dict[int, int] = {}
        self._handles: dict[int, Any] = {}
        self._classes: dict[int, Any] = {}
        self._coroutines: dict[int, Any] = {}
        self._mine: list[Any] = []
        self._mine_numbers: dict[int, int] = {}
        self._abouts: dict[int, dict[str, Any]] = {}
        self._turns = Turns()
        self._closed = False

    def close(self) -> None:
        """Forget what is still running."""
        self._closed = True
        self._turns.close()
        for coroutine, _ in self._coroutines.values():
            coroutine.close()

    def refer(self, value: Any) -> list[Any] | None:
        """What stands for `value` in a frame to the player, None for data."""
        kind = type(value)
        if kind is Reference:
            return list(value.parts)
        if issubclass(kind, RemoteObject):
            return self._refer_object(value)
        if kind is Function:
            return ["name", value.__name__]
        if issubclass(kind, ClassProxy):
            return self._refer_derived(value) if "_drill_body" in vars(value) else list(value._drill_reference.parts)
        if kind is Method:
            return ["attr", value._owner, value._name]
        if isinstance(value, np.ndarray | np.generic | np.dtype | np.random.Generator) or kind is random.Random:
            return None
        if id(value) in self._coroutines:
            return self._refer_object(self._coroutines[id(value)][1])
        return self._mine_or_data(value, kind)

    def resolve(self, tag: str, parts: list[Any]) -> Any:
        """What a reference of the player's means here."""
        if tag == "h":
            return self._handle(*parts)
        if tag == "k":
            return self._class(*parts)
        if tag == "g":
            from drillkit.judge.solution import global_object

            return global_object(parts[0])
        if tag == "J":
            return self._mine[parts[0]]
        if tag == "record":
            kind = self.session._submission.records[parts[0]]
            return kind(**dict(zip(kind.__dataclass_fields__, parts[1], strict=True)))  # type: ignore[attr-defined]
        if tag == "named":
            return _named(*parts)
        if tag == "error":
            from drillkit.judge import reply
            from drillkit.judge.errors import rebuild

            return rebuild(reply.error(parts[0]), self, ())
        raise WireError(f"an unknown kind of value: {tag[:20]!r}")

    def serve(self, number: int, verb: str, args: list[Any], kwargs: dict[str, Any]) -> list[Any]:
        """Do what the learner's code asks of one of our objects."""
        try:
            if verb in ("begin", "turn", "cancel"):
                return ["backok", getattr(self._turns, verb)(*args)]
            return ["backok", self._serve(self._mine[number], verb, args, kwargs)]
        except Exception as error:  # travels through the learner's code, and comes out as it was
            return ["backerr", self._error_number(error), type(error), _plain_arguments(error)]

    def _serve(self, target: Any, verb: str, args: list[Any], kwargs: dict[str, Any]) -> Any:
        if verb == "call":
            return target(*args, **kwargs)
        if verb in ("op", "rop"):
            return self._operate(target, verb, *args)
        name = args[0]
        closed = isinstance(target, _CLOSED) and name not in _RUNNING
        if type(name) is not str or name.startswith("_") or closed or verb not in ("get", "set", "del"):
            raise AttributeError(f"a test's {type(target).__name__} shows no attribute {str(name)[:100]}")
        attribute: Any = {"get": getattr, "set": setattr, "del": delattr}[verb]
        return attribute(target, *args)

    def _operate(self, target: Any, verb: str, name: Any, *args: Any) -> Any:
        """A special method that the object's class has, and no other."""
        table: dict[str, str] = REFLECTED if verb == "rop" else SPECIALS
        kind: Any = type(target)
        special = next((special for special, operation in table.items() if operation == name), "")
        if special not in specials_of(kind):
            raise TypeError(f"a test's {type(target).__name__} has no {str(name)[:100]}")
        return OPERATIONS[name](args[0], target) if verb == "rop" else OPERATIONS[name](target, *args)

    def _refer_object(self, value: Any) -> list[Any]:
        number = value._drill_number
        if type(number) is Reference:
            return list(number.parts)
        if value._drill_peer is not self:
            raise WireError("an object of another test cannot travel")
        return ["h", number]

    def _refer_derived(self, value: Any) -> list[Any]:
        number = self._mine_number(value)
        if number in self._abouts:
            return ["J", number, "derived", self._abouts[number]]
        body = []
        for name, item in value._drill_body.items():
            sort = next((sort for kind, sort in _SORTS if isinstance(item, kind)), "plain")
            body.append([name, sort, [item.fget, item.fset, item.fdel] if sort == "property" else [getattr(item, "__func__", item)]])
        bases = [base for base in value.__bases__ if isinstance(base, ClassProxy)]
        self._abouts[number] = {"name": value.__name__, "bases": bases, "body": body}
        return ["J", number, "derived", self._abouts[number]]

    def _mine_or_data(self, value: Any, kind: type) -> list[Any] | None:
        records = self.session._submission.records
        if records.get(kind.__name__) is kind:
            return ["record", kind.__name__, list(kind.__dataclass_fields__), [getattr(value, name) for name in kind.__dataclass_fields__]]  # type: ignore[attr-defined]
        if getattr(kind, "_drill_named", "") == "?":
            raise WireError(f"a {kind.__name__} of a hidden class cannot travel")
        if getattr(kind, "_drill_named", ""):
            return ["named", kind._drill_named, list(value)]  # type: ignore[attr-defined]
        if kind.__module__ in _DATA_MODULES or isinstance(value, PLAIN):
            return None
        if isinstance(value, BaseException):
            return self._refer_error(value)
        if isinstance(value, types.BuiltinFunctionType | np.ufunc) or (
            isinstance(value, types.FunctionType) and value.__module__.partition(".")[0] == "numpy"
        ):
            named = public_name(value)
            if named:
                return ["fn", *named]
        if isinstance(value, type) and issubclass(value, BaseException):
            return self._refer_error_class(value)
        number, sort = self._mine_number(value), "function" if isinstance(value, _FUNCTIONS) else "object"
        if number not in self._abouts:
            self._abouts[number] = about(value) if sort == "function" else {"name": kind.__name__, "specials": list(specials_of(kind))}
        return ["J", number, sort, self._abouts[number]]

    def _refer_error(self, error: BaseException) -> list[Any]:
        number = error.__dict__.get("__drill_number__")
        if type(number) is int and error.__dict__.get("__drill_peer__") is self:
            return ["h", number]
        return ["error", self._error_number(error), type(error), _plain_arguments(error)]

    def _refer_error_class(self, kind: type[BaseException]) -> list[Any]:
        from drillkit.judge.solution import known_errors

        if known_errors().get(kind.__name__) is kind:
            return ["name", kind.__name__]
        bases = [base for base in kind.__bases__ if issubclass(base, BaseException)]
        return ["J", self._mine_number(kind), "error", {"name": kind.__name__, "bases": bases}]

    def _mine_number(self, value: Any) -> int:
        number = self._mine_numbers.get(id(value))
        if number is None:
            number = self._mine_numbers[id(value)] = len(self._mine)
            self._mine.append(value)
        return number

    def _error_number(self, error: BaseException) -> int:
        number = self._error_numbers.get(id(error))
        if number is None:
            number = self._error_numbers[id(error)] = len(self.errors) + 1
            self.errors[number] = error
        return number

    def _handle(self, number: Any, key: Any, description: Any, awaitable: Any) -> Any:
        if type(number) is not int:
            raise WireError("a handle without a number")
        kind = self._class(key, description)
        if number in self._handles:
            return self._handles[number]
        made = remote_object(kind, self, number)
        if awaitable is True:
            handle, made = made, awaited(self._reach, made)
            self._coroutines[id(made)] = (made, handle)
        self._handles[number] = made
        return made

    def _reach(self, verb: str, target: Any) -> Any:
        return None if self._closed else self.session.perform(verb, target)

    def _class(self, key: Any, description: Any) -> Any:
        from drillkit.judge.solution import known_class

        if type(key) is not int:
            raise WireError("a class without a number")
        if isinstance(description, dict) and key not in self._classes:
            if type(description.get("judge")) is int:
                self._classes[key] = self._mine[description["judge"]]
            else:
                public = known_class("solution", str(description.get("public") or ""))
                self._classes[key] = public or class_proxy(description, Reference("k", key), known_class)
        return self._classes[key]


def _plain_arguments(error: BaseException) -> list[Any]:
    return [arg for arg in error.args if isinstance(arg, PLAIN) or is_remote(arg)]


@functools.lru_cache(maxsize=256)
def _named_class(name: str, public: str, fields: tuple[str, ...], specials: tuple[str, ...]) -> Any:
    make: Any = collections.namedtuple
    body: dict[str, Any] = {special: NAMED[special] for special in specials if special in NAMED}
    body |= {"_drill_named": public or "?", "_drill_peer": Running(), "__slots__": (), "__module__": "solution"}
    if public:
        body["__getattr__"] = _named_attribute
    return type(name, (make(name, fields),), body)


def _named_attribute(self: Any, name: str) -> Any:
    """A method or property that the learner gave a named tuple."""
    if is_hidden(name) or name.startswith("_"):
        raise AttributeError(name)
    return self._drill_peer.session.perform("get", self, (name,))


def _named(name: str, public: str, fields: list[str], values: list[Any], specials: Any) -> Any:
    return _named_class(name, public, tuple(fields), tuple(texts(specials)))(*values)
