"""Proxies: what hidden tests hold in place of the learner's functions, classes and objects."""

from __future__ import annotations

import functools
import inspect
import types
from typing import TYPE_CHECKING, Any

from drillkit.judge.forward import ask, refused, session_of
from drillkit.judge.handle import Remote, RemoteType, is_remote
from drillkit.judge.parameters import code_of, signature_of

if TYPE_CHECKING:
    from drillkit.judge.session import Session

_READABLE = frozenset(
    "__name__ __qualname__ __doc__ __module__ __annotations__ __wrapped__ __dict__ __self__ __func__ __slots__ __members__ __defaults__ "
    "__kwdefaults__ __abstractmethods__".split()
)


def running() -> Session:
    """The conversation of the test that runs."""
    from drillkit.errors import InternalError
    from drillkit.judge.session import current

    session = current()
    if session is None:
        raise InternalError("a hidden test calls the solution outside a test function", hint="move the call into a test")
    return session


def is_running() -> bool:
    """Whether a test runs; before, while tests are collected, there is no player."""
    from drillkit.judge.session import current

    return current() is not None


class Running:
    """The holder of objects that every player has under the same name: whichever player runs."""

    @property
    def session(self) -> Session:
        """Its conversation."""
        return running()


def is_hidden(name: str) -> bool:
    """Whether `name` is a special one that is looked up on classes only."""
    return (name.startswith("__") and name.endswith("__") and name not in _READABLE) or name.startswith("_drill")


class Reference:
    """A way to name something in the player without a handle on it."""

    __slots__ = ("parts",)

    def __init__(self, *parts: Any) -> None:
        self.parts = list(parts)


class Method:
    """A method of the learner's object, looked up when it is called; `of` is the class it is looked up on, if not the object's own."""

    __slots__ = ("_name", "_of", "_owner")

    def __init__(self, owner: Any, name: str, of: Any = None) -> None:
        self._owner, self._name, self._of = owner, name, of

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        owner = self._owner
        title = f"{type(owner).__name__}.{self._name}"
        if self._of is not None:
            return session_of(owner).call(Reference("attr", self._of, self._name), title, (owner, *args), kwargs)
        return session_of(owner).call(Reference("attr", owner, self._name), title, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(session_of(self._owner).perform("get", self._owner, (self._name,)), name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Method) and other._owner is self._owner and other._name == self._name

    def __hash__(self) -> int:
        return hash((id(self._owner), self._name))


class MethodName:
    """A method as it stands in the class: bound to an object, or a function when asked of the class."""

    def __init__(self, name: str) -> None:
        self._name, self._class = name, None

    def __set_name__(self, owner: Any, name: str) -> None:
        self._class = owner

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return running().perform("get", self._class, (self._name,))
        return Method(instance, self._name, None if "_drill_body" not in vars(type(instance)) else self._class)


class Function(Remote):
    """A function of the learner's module, found by name in whichever player runs."""

    def __init__(self, name: str, doc: str | None) -> None:
        self.__name__ = self.__qualname__ = name
        self.__doc__ = doc
        self.__module__ = "solution"

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return running().call(Reference("name", self.__name__), self.__name__, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        if is_hidden(name):
            raise AttributeError(name)
        return running().perform("get", Reference("name", self.__name__), (name,))

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__"):
            object.__setattr__(self, name, value)
        else:
            running().perform("set", Reference("name", self.__name__), (name, value))

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        return self if instance is None else functools.partial(self, instance)

    @property
    def __signature__(self) -> inspect.Signature:
        return signature_of(running().perform("op", Reference("name", self.__name__), ("signature",)))

    @property
    def __code__(self) -> types.CodeType:
        return code_of(running().perform("op", Reference("name", self.__name__), ("flavour",)))

    @property  # type: ignore[misc]
    def __class__(self) -> Any:
        return types.FunctionType


class ClassProxy(RemoteType):
    """Metaclass of the classes that stand for the learner's: calling one makes an object in the player."""

    _drill_reference: Reference
    _drill_members: dict[str, Any]
    _drill_order: list[Any]

    def __new__(mcls, name: str, bases: tuple[type, ...], body: dict[str, Any], **_: Any) -> Any:
        if "_drill_reference" in body:
            return super().__new__(mcls, name, bases, body)
        made: Any = _derive(mcls, name, bases, body)
        if is_running():
            running().perform("get", made, ("__name__",))
        return made

    def __init__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], **_: Any) -> None:
        super().__init__(name, bases, body)

    def __call__(cls, /, *args: Any, **kwargs: Any) -> Any:
        return cls._made(running().call(_named(cls), cls.__name__, args, kwargs))

    def __getattr__(cls, name: str) -> Any:
        if is_hidden(name):
            raise AttributeError(name)
        if name in cls._drill_members:
            return cls._drill_members[name]
        return cls._made(running().perform("get", _named(cls), (name,)))

    def __setattr__(cls, name: str, value: Any) -> None:
        if name.startswith(("_drill", "__")):
            type.__setattr__(cls, name, value)
        else:
            running().perform("set", _named(cls), (name, value))

    def __delattr__(cls, name: str) -> None:
        running().perform("del", _named(cls), (name,))

    def __instancecheck__(cls, instance: Any) -> bool:
        if type.__instancecheck__(cls, instance):
            return True
        if getattr(type(instance), "_drill_named", ""):
            return bool(type(instance)._drill_named == cls.__name__)
        return is_remote(instance) and running().perform("op", instance, ("isinstance", _named(cls))) is True

    def __subclasscheck__(cls, other: Any) -> bool:
        if type.__subclasscheck__(cls, other):
            return True
        return isinstance(other, ClassProxy) and running().perform("op", _named(other), ("issubclass", _named(cls))) is True

    def __iter__(cls) -> Any:
        if cls._drill_members:
            return iter(cls._drill_order)
        return iter(running().perform("op", _named(cls), ("iter",)))

    def __len__(cls) -> int:
        if cls._drill_members:
            return len(cls._drill_order)
        return int(running().perform("op", _named(cls), ("len",)))

    def __bool__(cls) -> bool:
        return True

    def __getitem__(cls, key: Any) -> Any:
        if type(key) is str and key in cls._drill_members:
            return cls._drill_members[key]
        return cls._made(running().perform("op", _named(cls), ("getitem", key)))

    def __contains__(cls, item: Any) -> bool:
        return running().perform("op", _named(cls), ("contains", item)) is True

    def __repr__(cls) -> str:
        return f"<class 'solution.{cls.__name__}'>"

    @property
    def __annotations__(cls) -> Any:  # type: ignore[override]
        return running().perform("get", _named(cls), ("__annotations__",)) if is_running() else {}

    @property
    def __signature__(cls) -> inspect.Signature:
        return signature_of(running().perform("op", _named(cls), ("signature",)))

    def _made(cls, value: Any) -> Any:
        return made_by_test(value) if type.__subclasscheck__(cls, type(value)) else value


class RemoteObject(Remote):
    """An object of the learner's, of a class made for what it can do."""

    __slots__ = ("__weakref__", "_drill_made", "_drill_number", "_drill_peer")
    _drill_sort = ""
    _drill_named = ""

    def __getattr__(self, name: str) -> Any:
        if is_hidden(name) or (name.startswith("__") and not is_running()):
            raise AttributeError(name)
        return session_of(self).perform("get", self, (name,))

    def __setattr__(self, name: str, value: Any) -> None:
        session_of(self).perform("set", self, (name, value))

    def __delattr__(self, name: str) -> None:
        session_of(self).perform("del", self, (name,))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} object of your code>"

    def __dir__(self) -> Any:
        return ask(self, "dir")

    def __copy__(self) -> Any:
        return ask(self, "copy")

    def __deepcopy__(self, memo: Any) -> Any:
        return ask(self, "deepcopy")

    def __reduce_ex__(self, protocol: Any) -> Any:
        raise refused(session_of(self), f"a {type(self).__name__} object lives in your code's own process: a test cannot pickle it")


def remote_object(kind: type, peer: Any, number: Any) -> Any:
    """An object of `kind`, which `peer` holds under `number`."""
    made: Any = object.__new__(kind)
    object.__setattr__(made, "_drill_peer", peer)
    object.__setattr__(made, "_drill_number", number)
    object.__setattr__(made, "_drill_made", False)
    return made


def made_by_test(value: Any) -> Any:
    """Note that the test asked for the object by its class: what its operators give is what the test is about."""
    object.__setattr__(value, "_drill_made", True)
    return value


def _named(cls: Any) -> Any:
    """How to name a class to the player."""
    return cls if "_drill_body" in vars(cls) else cls._drill_reference


def _derive(mcls: Any, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
    """A class of the test that inherits from the learner's: its methods run here, its data is held by the player."""
    always = ("__module__", "__qualname__", "__doc__", "__classcell__")
    kept = {key: value for key, value in body.items() if _runs_here(value) or key in always}
    sent = {key: value for key, value in body.items() if not key.startswith("__") or isinstance(value, types.FunctionType)}
    marks = {"_drill_reference": Reference(), "_drill_members": {}, "_drill_order": [], "_drill_body": sent}
    return type.__new__(mcls, name, bases, kept | marks)


def _runs_here(value: Any) -> bool:
    return isinstance(value, types.FunctionType | staticmethod | classmethod | property)
