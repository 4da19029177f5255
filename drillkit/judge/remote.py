"""Proxies: what hidden tests hold in place of the learner's functions, classes and objects."""

from __future__ import annotations

import builtins
import collections
import functools
import inspect
import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from drillkit.judge.handle import Remote, RemoteType, is_remote
from drillkit.judge.texts import visible
from drillkit.wire import WireError

if TYPE_CHECKING:
    from drillkit.judge.session import Session

_READABLE = frozenset(
    {
        "__name__",
        "__qualname__",
        "__doc__",
        "__module__",
        "__annotations__",
        "__wrapped__",
        "__dict__",
        "__self__",
        "__func__",
        "__slots__",
        "__members__",
        "__defaults__",
    }
)
_CALLABLE_MODULES = frozenset({"math", "operator", "builtins", "cmath", "_operator"})
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
)
_PLAIN = (bool, int, float, complex, str, bytes, type(None), list, tuple, dict, set, frozenset, np.ndarray, np.generic)


def _session() -> Session:
    from drillkit.errors import InternalError
    from drillkit.judge.session import current

    session = current()
    if session is None:
        raise InternalError("a hidden test calls the solution outside a test function", hint="move the call into a test")
    return session


class RemoteObject(Remote):
    """An object of the learner's, of a class made for what it can do."""

    __slots__ = ("_drill_number", "_drill_peer", "__weakref__")  # noqa: RUF023
    _drill_methods: frozenset[str] = frozenset()
    _drill_names: tuple[str, ...] = ()

    def __init__(self, peer: Peer, number: int) -> None:
        object.__setattr__(self, "_drill_peer", peer)
        object.__setattr__(self, "_drill_number", number)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__") and name not in _READABLE:
            raise AttributeError(name)
        if name in type(self)._drill_methods:
            return Method(self, name)
        return self._drill_peer.session.perform("get", self, (name,))

    def __setattr__(self, name: str, value: Any) -> None:
        self._drill_peer.session.perform("set", self, (name, value))

    def __delattr__(self, name: str) -> None:
        self._drill_peer.session.perform("del", self, (name,))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} object of your code>"

    def __reduce__(self) -> Any:
        raise TypeError("an object of the learner's cannot be copied or pickled")


class Method:
    """A method of the learner's object, looked up when it is called."""

    __slots__ = ("_name", "_owner")

    def __init__(self, owner: RemoteObject, name: str) -> None:
        self._owner, self._name = owner, name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        owner = self._owner
        return owner._drill_peer.session.call(Reference("attr", owner, self._name), f"{type(owner).__name__}.{self._name}", args, kwargs)

    def __getattr__(self, name: str) -> Any:
        bound = self._owner._drill_peer.session.perform("get", self._owner, (self._name,))
        return getattr(bound, name)


class Reference:
    """A way to name something in the player without a handle on it."""

    __slots__ = ("parts",)

    def __init__(self, *parts: Any) -> None:
        self.parts = list(parts)


class Function(Remote):
    """A function of the learner's module, found by name in whichever player runs."""

    def __init__(self, name: str, doc: str | None) -> None:
        self.__name__ = self.__qualname__ = name
        self.__doc__ = doc
        self.__module__ = "solution"

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _session().call(Reference("name", self.__name__), self.__name__, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__") and name not in _READABLE:
            raise AttributeError(name)
        return _session().perform("get", Reference("name", self.__name__), (name,))

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return self if instance is None else functools.partial(self, instance)


class ClassProxy(RemoteType):
    """Stands for a class of the learner's: calling it makes a remote object."""

    _drill_reference: Reference

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        return _session().call(cls._drill_reference, cls.__name__, args, kwargs)

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__") and name.endswith("__") and name not in _READABLE:
            raise AttributeError(name)
        return _session().perform("get", cls._drill_reference, (name,))

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith(("_drill", "__")):
            type.__setattr__(cls, name, value)
        else:
            _session().perform("set", cls._drill_reference, (name, value))

    def __instancecheck__(cls, instance: Any) -> bool:
        if type(instance).__name__ == cls.__name__ and getattr(type(instance), "_drill_named", False):
            return True
        return issubclass(type(instance), Remote) and cls.__name__ in getattr(type(instance), "_drill_names", ())

    def __subclasscheck__(cls, other: Any) -> bool:
        return isinstance(other, ClassProxy) and cls.__name__ in other._drill_names

    def __iter__(cls) -> Any:
        return iter(_session().perform("op", cls._drill_reference, ("iter",)))

    def __len__(cls) -> int:
        return int(_session().perform("op", cls._drill_reference, ("len",)))

    def __bool__(cls) -> bool:
        return True

    def __getitem__(cls, key: Any) -> Any:
        return _session().perform("op", cls._drill_reference, ("getitem", key))

    def __contains__(cls, item: Any) -> bool:
        return _session().perform("op", cls._drill_reference, ("contains", item)) is True


def class_proxy(description: dict[str, Any], reference: Reference) -> type:
    """The local class that stands for the described one."""
    name = _name(description)
    made: type = ClassProxy(
        name, (), {"_drill_reference": reference, "_drill_names": tuple(_texts(description.get("mro"))), "__module__": "solution"}
    )
    return made


def error_proxy(description: dict[str, Any], known: dict[str, type[BaseException]]) -> type[BaseException]:
    """A real exception class for one that the learner defines, so that tests can name it in `raises`."""
    name = _name(description)
    bases = [known[base] for base in _texts(description.get("mro"))[1:] if base in known]
    builtin = getattr(builtins, str(description.get("error")), Exception)
    base: Any = bases[0] if bases else builtin
    if not (isinstance(base, type) and issubclass(base, Exception)):
        base = Exception

    def make(kind: Any, /, *args: Any, **kwargs: Any) -> Any:
        from drillkit.judge.session import current

        session = current()
        if session is not None:
            session.called = True  # whatever comes of it is the learner's doing
        return base.__new__(kind, *args, **kwargs)

    return type(name, (base,), {"__module__": "solution", "__new__": make})


def _name(description: Any) -> str:
    name = description.get("name") if isinstance(description, dict) else None
    if not isinstance(name, str):
        raise WireError("a class without a name")
    return visible(name[:200]).replace("\n", " ") or "?"


def _texts(values: Any) -> list[str]:
    return [value for value in values or () if isinstance(value, str)] if isinstance(values, list) else []


class Peer:
    """The judge's table of one player's objects, and of its own that the player may call."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.errors: dict[int, BaseException] = {}
        self._handles: dict[int, Any] = {}
        self._classes: dict[int, type] = {}
        self._mine: list[Any] = []
        self._mine_numbers: dict[int, int] = {}

    def error_class(self, name: str) -> type[BaseException] | None:
        """The local stand-in of an exception class of the learner's."""
        from drillkit.judge.solution import known_errors

        return known_errors().get(name)

    def refer(self, value: Any) -> list[Any] | None:
        """What stands for `value` in a frame to the player, None for data."""
        kind = type(value)
        if kind is Reference:
            return list(value.parts)
        if issubclass(kind, RemoteObject):
            if value._drill_peer is not self:
                raise WireError("an object of another test cannot travel")
            return ["h", value._drill_number]
        if kind is Function:
            return ["name", value.__name__]
        if issubclass(kind, ClassProxy):
            return list(value._drill_reference.parts)
        if kind is Method:
            return ["attr", value._owner, value._name]
        if isinstance(value, np.ndarray | np.generic | np.dtype | np.random.Generator):
            return None
        return self._mine_or_data(value, kind)

    def resolve(self, tag: str, parts: list[Any]) -> Any:
        """What a reference of the player's means here."""
        if tag == "h":
            return self._handle(*parts)
        if tag == "J":
            return self._mine[parts[0]]
        if tag == "record":
            kind = self.session._submission.records[parts[0]]
            return kind(**dict(zip(kind.__dataclass_fields__, parts[1], strict=True)))  # type: ignore[attr-defined]
        if tag == "named":
            return _named(*parts)
        if tag == "error":
            from drillkit.judge.errors import rebuild

            return rebuild({"name": parts[0], "mro": [parts[0]], "args": tuple(parts[1])}, self, ())
        raise WireError(f"an unknown kind of value: {tag[:20]!r}")

    def serve(self, number: Any, verb: Any, args: Any, kwargs: Any) -> list[Any]:
        """Do what the learner's code asks of one of our objects."""
        try:
            return ["backok", self._serve(self._mine[number], verb, args, kwargs)]
        except Exception as error:  # travels through the learner's code, and comes out as it was
            self.errors[len(self.errors) + 1] = error
            plain = tuple(arg for arg in error.args if isinstance(arg, str | int | float | bool))
            return ["backerr", len(self.errors), type(error).__name__, list(plain)]

    def _serve(self, target: Any, verb: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
        if verb == "call":
            return target(*args, **kwargs)
        if verb == "await":
            import asyncio

            return asyncio.run(target(*args, **kwargs))
        if verb in ("get", "set") and (not isinstance(args[0], str) or args[0].startswith("_") or isinstance(target, _CLOSED)):
            raise AttributeError(str(args[0]))
        return _SERVED[verb](target, *args)

    def _mine_or_data(self, value: Any, kind: type) -> list[Any] | None:
        records = self.session._submission.records
        if records.get(kind.__name__) is kind:
            return ["record", kind.__name__, list(kind.__dataclass_fields__), [getattr(value, name) for name in kind.__dataclass_fields__]]  # type: ignore[attr-defined]
        if getattr(kind, "_drill_named", False):
            return ["named", kind.__name__, list(value)]
        if kind.__module__ in ("decimal", "fractions", "datetime") or isinstance(value, _PLAIN):
            return None
        if isinstance(value, BaseException):
            return ["error", kind.__name__, list(value.args)]
        if isinstance(value, types.BuiltinFunctionType | np.ufunc) or (
            isinstance(value, types.FunctionType) and value.__module__.partition(".")[0] == "numpy"
        ):
            named = _public_name(value)
            if named:
                return ["fn", *named]
        number = self._mine_numbers.get(id(value))
        if number is None:
            number = len(self._mine)
            self._mine.append(value)
            self._mine_numbers[id(value)] = number
        plain = isinstance(value, types.FunctionType | types.MethodType | functools.partial) or (
            callable(value) and not hasattr(type(value), "__iter__") and type(value).__module__ == "builtins"
        )
        return ["J", number, "function" if plain else "object", _about(value) if plain else {"callable": callable(value)}]

    def _handle(self, number: int, key: int, description: Any, own: Any, awaitable: bool) -> Any:
        if type(number) is not int or type(key) is not int:
            raise WireError("a handle without a number")
        if isinstance(description, dict):
            self._classes[key] = object_class(description)
        if number in self._handles:
            return self._handles[number]
        if isinstance(own, dict):
            made: Any = class_proxy(own, Reference("h", number))
        else:
            made = self._classes[key](self, number)
            if awaitable is True:
                made = _coroutine(made)
        self._handles[number] = made
        return made


async def _coroutine(handle: RemoteObject) -> Any:
    return handle._drill_peer.session.perform("await", handle)


_SERVED: dict[str, Callable[..., Any]] = {
    "get": getattr,
    "set": setattr,
    "iter": iter,
    "next": lambda target: _step(target),
    "len": len,
    "bool": bool,
    "getitem": lambda target, key: target[key],
    "contains": lambda target, item: item in target,
    "enter": lambda target: target.__enter__(),
    "exit": lambda target, *error: target.__exit__(*error),
}


def _step(target: Any) -> tuple[bool, Any]:
    try:
        return (True, next(target))
    except StopIteration as stop:
        return (False, stop.value)


def _public_name(value: Any) -> tuple[str, str] | None:
    name = getattr(value, "__name__", "")
    module = getattr(value, "__module__", None) or "numpy"
    if module in _CALLABLE_MODULES and getattr(value, "__self__", None).__class__ in (types.ModuleType, type(None)):
        return module, name
    if getattr(np, name, None) is value:
        return "numpy", name
    if getattr(np.linalg, name, None) is value:
        return "numpy.linalg", name
    return None


def _about(value: Any) -> dict[str, Any]:
    """What a stand-in of one of our functions shows of it."""
    about: dict[str, Any] = {}
    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        text = getattr(value, name, None)
        if isinstance(text, str):
            about[name] = text
    if isinstance(value, types.FunctionType):
        about["__dict__"] = {k: v for k, v in vars(value).items() if isinstance(v, str | int | float)}
        about["flavour"] = "async" if inspect.iscoroutinefunction(value) else "generator" if inspect.isgeneratorfunction(value) else ""
    try:
        parameters = inspect.signature(value).parameters.values()
    except (ValueError, TypeError):
        return about
    kinds = list(inspect._ParameterKind)
    about["parameters"] = [
        [p.name, kinds.index(p.kind), [] if p.default is p.empty or not isinstance(p.default, _PLAIN) else [p.default]] for p in parameters
    ]
    if any(p.default is not p.empty and not isinstance(p.default, _PLAIN) for p in parameters):
        del about["parameters"]
    return about


@functools.lru_cache(maxsize=256)
def _named_class(name: str, fields: tuple[str, ...]) -> Any:
    make: Any = collections.namedtuple
    kind = make(name, fields)
    kind._drill_named = True
    return kind


def _named(name: str, fields: list[str], values: list[Any]) -> Any:
    return _named_class(name, tuple(fields))(*values)


def object_class(description: dict[str, Any]) -> type:
    """A class with exactly the special methods that the learner's class has."""
    specials = set(_texts(description.get("specials")))
    namespace: dict[str, Any] = {name: _FORWARDERS[name] for name in specials if name in _FORWARDERS}
    namespace["__slots__"] = ()
    namespace["_drill_methods"] = frozenset(_texts(description.get("methods")))
    namespace["_drill_names"] = tuple(_texts(description.get("mro")))
    if "__eq__" in specials and "__hash__" not in specials:
        namespace["__hash__"] = None
    return type(_name(description), (RemoteObject,), namespace)


def _operate(name: str) -> Callable[..., Any]:
    def forward(self: RemoteObject, *args: Any) -> Any:
        return self._drill_peer.session.perform("op", self, (name, *args))

    return forward


def _compare(name: str) -> Callable[[RemoteObject, Any], Any]:
    def forward(self: RemoteObject, other: Any) -> Any:
        if not is_remote(other):
            return NotImplemented
        return self._drill_peer.session.perform("op", self, (name, other)) is True

    return forward


def _combine(name: str, *, reflected: bool = False) -> Callable[[RemoteObject, Any], Any]:
    def forward(self: RemoteObject, other: Any) -> Any:
        left, right = (other, self) if reflected else (self, other)
        value = self._drill_peer.session.perform("op", left, (name, right))
        if not is_remote(other) and isinstance(value, _PLAIN):
            raise TypeError("an operator between an object of the learner's and plain data must give an object")
        return value

    return forward


def _typed(name: str, kind: type) -> Callable[..., Any]:
    def forward(self: RemoteObject, *args: Any) -> Any:
        value = self._drill_peer.session.perform("op", self, (name, *args))
        if type(value) is not kind:
            raise TypeError(f"{name} of the learner's object gave no {kind.__name__}")
        return value

    return forward


def _next(self: RemoteObject) -> Any:
    reply = self._drill_peer.session.perform("next", self)
    if type(reply) is not tuple or len(reply) != 2:
        raise TypeError("an iterator of the learner's gave no step")
    if reply[0] is not True:
        raise StopIteration(reply[1])
    return reply[1]


def _iterate(self: RemoteObject) -> Any:
    inner = self._drill_peer.session.perform("op", self, ("iter",))
    return inner if inner is self else iter(inner)


def _called(self: RemoteObject, *args: Any, **kwargs: Any) -> Any:
    kind = type(self).__name__
    name = "the function returned" if kind in ("function", "method", "builtin_function_or_method") else kind
    return self._drill_peer.session.call(self, name, args, kwargs)


def _exit(self: RemoteObject, kind: Any, error: Any, trace: Any) -> Any:  # noqa: ARG001  a traceback cannot travel
    given = Reference("type", kind.__name__) if kind is not None and kind.__module__ == "builtins" else None
    return self._drill_peer.session.perform("op", self, ("exit", given, error, None)) is True


_FORWARDERS: dict[str, Callable[..., Any]] = {
    **{f"__{name}__": _compare(name) for name in ("eq", "lt", "le", "gt", "ge")},
    **{
        f"__{name}__": _combine(name)
        for name in ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "xor", "lshift", "rshift"]
    },
    **{f"__r{name}__": _combine(name, reflected=True) for name in ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow"]},
    "__and__": _combine("and_"),
    "__or__": _combine("or_"),
    "__rand__": _combine("and_", reflected=True),
    "__ror__": _combine("or_", reflected=True),
    "__rxor__": _combine("xor", reflected=True),
    **{f"__i{name}__": _combine("i" + name) for name in ["add", "sub", "mul", "truediv", "or", "and", "xor"]},
    **{
        f"__{name}__": _operate(name)
        for name in [
            "neg",
            "pos",
            "abs",
            "invert",
            "getitem",
            "setitem",
            "delitem",
            "round",
            "divmod",
            "reversed",
            "enter",
            "aenter",
            "aexit",
            "aiter",
            "anext",
        ]
    },
    "__contains__": lambda self, item: self._drill_peer.session.perform("op", self, ("contains", item)) is True,
    "__bool__": lambda self: self._drill_peer.session.perform("op", self, ("bool",)) is True,
    "__len__": _typed("len", int),
    "__hash__": _typed("hash", int),
    "__int__": _typed("int", int),
    "__index__": _typed("index", int),
    "__float__": _typed("float", float),
    "__complex__": _typed("complex", complex),
    "__str__": _typed("str", str),
    "__repr__": _typed("repr", str),
    "__format__": _typed("format", str),
    "__bytes__": _typed("bytes", bytes),
    "__next__": _next,
    "__iter__": _iterate,
    "__call__": _called,
    "__exit__": _exit,
}
