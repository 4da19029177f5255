"""Handles: the learner's objects that the judge refers to, and the judge's that the learner may call."""

from __future__ import annotations

import builtins
import functools
import inspect
import types
from collections.abc import Callable
from typing import Any

import numpy as np

AskJudge = Callable[[int, str, tuple[Any, ...], dict[str, Any]], Any]

_BY_VALUE_MODULES = frozenset(
    {
        "collections",
        "decimal",
        "fractions",
        "datetime",
        "numpy",
        "numpy.random",
        "numpy.random._generator",
        "numpy.matrixlib.defmatrix",
        "numpy.ma",
        "numpy.ma.core",
    }
)
_INTERESTING = (
    "__call__ __len__ __iter__ __next__ __contains__ __getitem__ __setitem__ __delitem__ __enter__ __exit__ __bool__ __hash__ "
    "__eq__ __lt__ __le__ __gt__ __ge__ __add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __rtruediv__ "
    "__floordiv__ __mod__ __pow__ __rpow__ __matmul__ __neg__ __pos__ __abs__ __invert__ __and__ __or__ __xor__ __lshift__ "
    "__rshift__ __int__ __float__ __complex__ __index__ __round__ __reversed__ __str__ __repr__ __format__ __bytes__ "
    "__divmod__ __iadd__ __isub__ __imul__ __itruediv__ __ior__ __iand__ __ixor__ __aenter__ __aexit__ __aiter__ __anext__ "
    "__await__ __rtruediv__ __rfloordiv__ __rmod__ __rand__ __ror__ __rxor__"
).split()
_DEFAULTS = {name: getattr(object, name, None) for name in _INTERESTING}


def describe_class(kind: type) -> dict[str, Any]:
    """A class as data: names of itself and its ancestors, special methods beyond object's, methods, what sort it is."""
    names = [base.__name__ for base in kind.__mro__ if base is not object]
    specials = [name for name in _INTERESTING if inspect.getattr_static(kind, name, None) not in (None, _DEFAULTS[name])]
    plain = {
        name
        for base in kind.__mro__
        for name, value in vars(base).items()
        if isinstance(value, types.FunctionType | staticmethod | classmethod)
    }
    methods = [
        name for name in plain if not name.startswith("_") and isinstance(inspect.getattr_static(kind, name, None), types.FunctionType)
    ]
    return {
        "name": kind.__name__,
        "mro": names,
        "keys": [id(base) for base in kind.__mro__ if base is not object],
        "specials": specials,
        "methods": [] if "__getattribute__" in plain or "__getattr__" in plain else sorted(methods),
        "error": next((b.__name__ for b in kind.__mro__ if vars(builtins).get(b.__name__) is b), "Exception")
        if issubclass(kind, BaseException)
        else None,
        "hash": kind.__hash__ is not None,
    }


class Objects:
    """The table of handles in one player."""

    def __init__(self, ask: AskJudge) -> None:
        self.module: types.ModuleType | None = None
        self.records: dict[str, tuple[str, ...]] = {}
        self._ask = ask
        self._held: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}
        self._described: set[int] = set()
        self._judges: dict[int, Any] = {}
        self._judge_numbers: dict[int, int] = {}
        self._errors: dict[int, tuple[int, BaseException]] = {}

    def refer(self, value: Any) -> list[Any] | None:
        """What stands for `value` in a frame, or None when it goes by value."""
        kind = type(value)
        if isinstance(value, np.ndarray | np.generic | np.dtype | np.random.Generator):
            return None
        number = self._judge_numbers.get(id(value))
        if number is not None:
            return ["J", number]
        fields = self.records.get(kind.__name__)
        if fields is not None and self.module is not None and vars(self.module).get(kind.__name__) is kind:
            return ["record", kind.__name__, [getattr(value, field) for field in fields]]
        if isinstance(value, tuple) and isinstance(getattr(kind, "_fields", None), tuple):
            return ["named", kind.__name__, list(kind._fields), list(tuple.__iter__(value))]
        if kind.__module__ in _BY_VALUE_MODULES and not isinstance(value, type | types.FunctionType | types.BuiltinFunctionType):
            return None if kind.__name__ != "deque" else self._handle(value)
        if isinstance(value, BaseException):
            return ["error", self._error_name(value), list(value.args)]
        return self._handle(value)

    def resolve(self, tag: str, parts: list[Any]) -> Any:
        """The object that a reference of the judge's means."""
        if tag == "h":
            return self._held[parts[0]]
        if tag == "name":
            return getattr(self.module, parts[0])
        if tag == "attr":
            return getattr(parts[0], parts[1])
        if tag == "record":
            return self._record(*parts)
        if tag == "named":
            return getattr(self.module, parts[0])(*parts[1])
        if tag == "J":
            return self._judge_object(*parts)
        if tag == "fn":
            module: Any = __import__(parts[0], fromlist=["_"])
            return functools.reduce(getattr, parts[1].split("."), module)
        if tag == "error":
            kind: Any = getattr(self.module, parts[0], None) or getattr(builtins, parts[0], Exception)
            return kind(*parts[1])
        raise ValueError(tag)

    def judge_error(self, number: int, name: str, args: Any) -> BaseException:
        """The exception that stands here for one raised by the judge's own object."""
        kind = getattr(self.module, name, None) or getattr(builtins, name, None)
        kind = kind if isinstance(kind, type) and issubclass(kind, BaseException) else RuntimeError
        try:
            error = kind(*args)
        except Exception:  # a class that wants other arguments
            error = RuntimeError(*args)
        self._errors[id(error)] = (number, error)
        return error

    def judge_number(self, error: BaseException) -> int | None:
        """The judge's number of an exception that came from the judge."""
        found = self._errors.get(id(error))
        return found[0] if found else None

    def _handle(self, value: Any) -> list[Any]:
        number = self._numbers.get(id(value))
        if number is None:
            number = len(self._held) + 1
            self._held[number] = value
            self._numbers[id(value)] = number
        kind = type(value)
        description = None
        if id(kind) not in self._described:
            self._described.add(id(kind))
            self._held[-len(self._described)] = kind
            description = describe_class(kind)
        own = describe_class(value) if isinstance(value, type) else None
        return ["h", number, id(kind), description, own, inspect.iscoroutine(value)]

    def _error_name(self, error: BaseException) -> str:
        kind = type(error)
        if kind.__module__ == "solution":
            return kind.__name__
        return next((base.__name__ for base in kind.__mro__ if vars(builtins).get(base.__name__) is base), "Exception")

    def _record(self, name: str, fields: list[str], values: list[Any]) -> Any:
        kind = getattr(self.module, name)
        return kind(**dict(zip(fields, values, strict=True)))

    def _judge_object(self, number: int, sort: str, about: dict[str, Any]) -> Any:
        if number not in self._judges:
            made = _judge_function(self._ask, number, about) if sort == "function" else _judge_object(self._ask, number, about)
            self._judges[number] = made
            self._judge_numbers[id(made)] = number
        return self._judges[number]


def _judge_function(ask: AskJudge, number: int, about: dict[str, Any]) -> Any:
    """A real function that calls one of the judge's."""

    def function(*args: Any, **kwargs: Any) -> Any:
        return ask(number, "call", args, kwargs)

    async def coroutine(*args: Any, **kwargs: Any) -> Any:
        return ask(number, "await", args, kwargs)

    def generator(*args: Any, **kwargs: Any) -> Any:
        yield from ask(number, "call", args, kwargs)

    made: Any = {"async": coroutine, "generator": generator}.get(about.get("flavour", ""), function)
    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        if name in about:
            setattr(made, name, about[name])
    made.__dict__.update(about.get("__dict__", {}))
    parameters = about.get("parameters")
    if parameters is not None:
        made.__signature__ = inspect.Signature([_parameter(*entry) for entry in parameters])
    return made


def _parameter(name: str, kind: int, default: list[Any]) -> inspect.Parameter:
    kinds = list(inspect._ParameterKind)
    return inspect.Parameter(name, kinds[kind], default=default[0] if default else inspect.Parameter.empty)


class JudgeObject:
    """Stands for an object of the judge's: public attributes, calls, iteration, contexts."""

    def __init__(self, ask: AskJudge, number: int, about: dict[str, Any]) -> None:
        object.__setattr__(self, "_ask", (ask, number, about))

    def __getattr__(self, name: str) -> Any:
        ask, number, _ = object.__getattribute__(self, "_ask")
        if name.startswith("_"):
            raise AttributeError(name)
        return ask(number, "get", (name,), {})

    def __setattr__(self, name: str, value: Any) -> None:
        ask, number, _ = object.__getattribute__(self, "_ask")
        ask(number, "set", (name, value), {})

    def __bool__(self) -> bool:
        ask, number, _ = object.__getattribute__(self, "_ask")
        return bool(ask(number, "bool", (), {}))

    def __iter__(self) -> Any:
        ask, number, _ = object.__getattribute__(self, "_ask")
        return ask(number, "iter", (), {})

    def __next__(self) -> Any:
        ask, number, _ = object.__getattribute__(self, "_ask")
        more, value = ask(number, "next", (), {})
        if not more:
            raise StopIteration(value)
        return value

    def __len__(self) -> Any:
        ask, number, _ = object.__getattribute__(self, "_ask")
        return ask(number, "len", (), {})

    def __getitem__(self, key: Any) -> Any:
        ask, number, _ = object.__getattribute__(self, "_ask")
        return ask(number, "getitem", (key,), {})

    def __contains__(self, item: Any) -> Any:
        ask, number, _ = object.__getattribute__(self, "_ask")
        return ask(number, "contains", (item,), {})

    def __enter__(self) -> Any:
        ask, number, _ = object.__getattribute__(self, "_ask")
        return ask(number, "enter", (), {})

    def __exit__(self, kind: Any, error: Any, trace: Any) -> Any:
        ask, number, _ = object.__getattribute__(self, "_ask")
        return ask(number, "exit", (None, None, None), {})


class CallableJudgeObject(JudgeObject):
    """One that can be called, as `callable` will say."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        ask, number, _ = object.__getattribute__(self, "_ask")
        return ask(number, "call", args, kwargs)


def _judge_object(ask: AskJudge, number: int, about: dict[str, Any]) -> JudgeObject:
    return (CallableJudgeObject if about.get("callable") else JudgeObject)(ask, number, about)
