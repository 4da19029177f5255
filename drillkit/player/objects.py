"""Handles: the learner's objects that the judge refers to, and the judge's that the learner may call."""

from __future__ import annotations

import enum
import functools
import inspect
import types
from typing import Any

import numpy as np

from drillkit.player import stand_in
from drillkit.player.describe import describe_class, describe_error, module_of, name_of
from drillkit.player.operations import REFLECTED, SPECIALS
from drillkit.player.stand_in import AskJudge
from drillkit.wire import dump

_BY_VALUE_MODULES = frozenset(
    {
        "collections",
        "decimal",
        "fractions",
        "datetime",
        "random",
        "numpy",
        "numpy.random",
        "numpy.random._generator",
        "numpy.matrixlib.defmatrix",
        "numpy.ma",
        "numpy.ma.core",
    }
)
_STRUCTURE = frozenset({"__eq__", "__ne__", "__hash__", "__len__", "__iter__", "__getitem__", "__contains__"})


class Objects:
    """The table of handles in one player."""

    def __init__(self, ask: AskJudge) -> None:
        self.module: types.ModuleType = types.ModuleType("solution")
        self.records: dict[str, tuple[str, ...]] = {}
        self.filename = "solution.py"
        self._ask = ask
        self._held: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._kinds: dict[int, type] = {}
        self._kind_numbers: dict[int, int] = {}
        self._told: dict[int, None] = {}
        self._globals: dict[str, Any] = {}
        self._global_names: dict[int, str] = {}
        self._judges: dict[int, Any] = {}
        self._judge_numbers: dict[int, int] = {}
        self._errors: dict[int, tuple[int, BaseException]] = {}

    def publish(self, module: types.ModuleType) -> None:
        """Note the objects that the loaded module holds under public names: the judge knows them by these, in every player."""
        for name, value in list(vars(module).items()):
            if name.startswith("_"):
                continue
            if isinstance(value, enum.EnumMeta):
                members: dict[str, Any] = dict(value.__members__)
                for item in members.values():
                    self._publish(f"{name}.{item.name}", item)
            elif module_of(type(value)) == "solution" and not isinstance(value, type | BaseException | tuple):
                self._publish(name, value)

    def refer(self, value: Any) -> list[Any] | None:
        """What stands for `value` in a frame, or None when it goes by value."""
        kind = type(value)
        if isinstance(value, np.ndarray | np.generic | np.dtype | np.random.Generator):
            return None
        number = self._judge_numbers.get(id(value))
        if number is not None:
            return ["J", number]
        if id(value) in self._global_names:
            return ["g", self._global_names[id(value)]]
        if isinstance(value, type):
            return ["k", *self._kind(value)]
        record = self.records.get(name_of(kind))
        if record is not None and vars(self.module).get(name_of(kind)) is kind:
            return ["record", name_of(kind), [getattr(value, field) for field in record]]
        if isinstance(value, tuple) and isinstance(getattr(kind, "_fields", None), tuple):
            fields, values = list(kind._fields), list(tuple.__iter__(value))
            return ["named", name_of(kind), self.public_name(kind), fields, values, self._own_specials(kind)]
        if module_of(kind) in _BY_VALUE_MODULES and not isinstance(value, types.FunctionType | types.BuiltinFunctionType):
            return None
        if isinstance(value, BaseException):
            return ["error", describe_error(value, self)]
        return ["h", self.number(value), *self._kind(kind), inspect.iscoroutine(value)]

    def resolve(self, tag: str, parts: list[Any]) -> Any:
        """The object that a reference of the judge's means."""
        if tag == "h":
            return self._held[parts[0]]
        if tag == "name":
            return getattr(self.module, parts[0])
        if tag == "attr":
            return getattr(parts[0], parts[1])
        if tag == "g":
            return self._globals[parts[0]]
        if tag == "k":
            return self._kinds[parts[0]]
        if tag == "record":
            return self._record(*parts)
        if tag == "named":
            return getattr(self.module, parts[0])._make(parts[1])
        if tag == "J":
            return self._judge_object(*parts)
        if tag == "fn":
            module: Any = __import__(parts[0], fromlist=["_"])
            return functools.reduce(getattr, parts[1].split("."), module)
        if tag == "error":
            return self.judge_error(*parts)
        raise ValueError(tag)

    def number(self, value: Any) -> int:
        """The handle's number, the same one for the same object."""
        number = self._numbers.get(id(value))
        if number is None:
            number = len(self._held) + 1
            self._held[number] = value
            self._numbers[id(value)] = number
        return number

    def global_name(self, value: Any) -> str:
        """The public name of an object of the module, if it has one."""
        name: str = self._global_names.get(id(value), "")
        return name

    def public_name(self, kind: type) -> str:
        """The module's name for a class, if it is a public one."""
        names = vars(self.module)
        own = name_of(kind)
        if names.get(own) is kind and not own.startswith("_"):
            return own
        if module_of(kind) != "solution":
            return ""
        found: str = next((name for name, value in names.items() if value is kind and not name.startswith("_")), "")
        return found

    def can_send(self, value: Any, limit: int = 1 << 20) -> bool:
        """Whether `value` can travel, in at most `limit` bytes."""
        told = len(self._told)
        try:
            return sum(len(piece) for piece in dump(value, self.refer)) < limit
        except BaseException:  # code of the learner's that runs while it is read
            return False
        finally:
            self.untell(told)

    @property
    def told(self) -> int:
        """How many classes were described to the judge so far."""
        return len(self._told)

    def untell(self, told: int) -> None:
        """A frame was not sent: what it described is still to be told."""
        while len(self._told) > told:
            self._told.popitem()

    def judge_error(self, number: int, kind: Any, args: Any) -> BaseException:
        """The exception that stands here for one of the judge's."""
        if not (isinstance(kind, type) and issubclass(kind, BaseException)):
            kind = RuntimeError
        error: BaseException
        try:
            error = kind(*args)
        except Exception:  # a class that wants other arguments
            error = kind.__new__(kind, *args)
        self._errors[id(error)] = (number, error)
        return error

    def judge_number(self, error: BaseException) -> int | None:
        """The judge's number of an exception that came from the judge."""
        found = self._errors.get(id(error))
        return found[0] if found else None

    def _publish(self, name: str, value: Any) -> None:
        self._globals[name] = value
        self._global_names.setdefault(id(value), name)

    def _kind(self, kind: type) -> list[Any]:
        """The number of a class, and at its first mention what it is."""
        number = self._kind_numbers.get(id(kind))
        if number is None:
            number = self._kind_numbers[id(kind)] = len(self._kinds) + 1
            self._kinds[number] = kind
        if number in self._told:
            return [number, None]
        self._told[number] = None
        mine = self._judge_numbers.get(id(kind))
        return [number, {"judge": mine} if mine is not None else describe_class(kind, self)]

    def _own_specials(self, kind: type) -> list[str]:
        """Special methods that the learner wrote for a named tuple, those that make it a tuple apart."""
        own = vars(self.module)
        found = {name: inspect.getattr_static(kind, name, None) for name in (*SPECIALS, *REFLECTED, "__call__") if name not in _STRUCTURE}
        return [name for name, value in found.items() if isinstance(value, types.FunctionType) and value.__globals__ is own]

    def _record(self, name: str, fields: list[str], values: list[Any]) -> Any:
        kind = getattr(self.module, name)
        return kind(**dict(zip(fields, values, strict=True)))

    def _judge_object(self, number: int, sort: str, about: dict[str, Any]) -> Any:
        if number not in self._judges:
            made: Any
            if sort == "function":
                made = stand_in.function(self._ask, number, about)
            elif sort == "error":
                made = stand_in.error_class(about)
            elif sort == "derived":
                made = stand_in.derived_class(about)
            else:
                made = stand_in.thing(self._ask, number, about)
            self._judges[number] = made
            self._judge_numbers[id(made)] = number
        return self._judges[number]
