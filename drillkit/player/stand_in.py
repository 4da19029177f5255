"""Stand-ins, in the player, for functions, classes and objects of the judge's."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

from drillkit.player.operations import REFLECTED, SPECIALS
from drillkit.player.turns import awaited

AskJudge = Callable[[int, str, tuple[Any, ...], dict[str, Any]], Any]

_LINK = "_drill_link"
_WRAPPERS: dict[str, Callable[..., Any]] = {"static": staticmethod, "class": classmethod, "property": property}


def function(ask: AskJudge, number: int, about: dict[str, Any]) -> Any:
    """A real function that calls one of the judge's."""

    def plain(*args: Any, **kwargs: Any) -> Any:
        return ask(number, "call", args, kwargs)

    async def coroutine(*args: Any, **kwargs: Any) -> Any:
        return await awaited(_reach(ask), ask(number, "call", args, kwargs))

    def generator(*args: Any, **kwargs: Any) -> Any:
        return (yield from ask(number, "call", args, kwargs))

    made: Any = {"async": coroutine, "generator": generator}.get(about.get("flavour", ""), plain)
    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        if name in about:
            setattr(made, name, about[name])
    made.__dict__.update(about.get("__dict__", {}))
    parameters = about.get("parameters")
    if parameters is not None:
        made.__signature__ = inspect.Signature([_parameter(*entry) for entry in parameters])
    return made


def error_class(about: dict[str, Any]) -> type[BaseException]:
    """An exception class that stands for one of the test's."""
    return type(about["name"], tuple(about["bases"]), {"__module__": "test_hidden"})


def derived_class(about: dict[str, Any]) -> type:
    """A real subclass of the learner's classes, whose methods are the test's."""
    body = {name: _WRAPPERS[sort](*values) if sort in _WRAPPERS else values[0] for name, sort, values in about["body"]}
    made: type = type(about["bases"][0])(about["name"], tuple(about["bases"]), {"__module__": "test_hidden", **body})
    return made


def thing(ask: AskJudge, number: int, about: dict[str, Any]) -> Any:
    """An object with the special methods of the judge's object, and its public attributes."""
    made = _class(about["name"], tuple(about["specials"]))()
    object.__setattr__(made, _LINK, (ask, number))
    return made


def _parameter(name: str, kind: int, default: list[Any]) -> inspect.Parameter:
    kinds = list(inspect._ParameterKind)
    return inspect.Parameter(name, kinds[kind], default=default[0] if default else inspect.Parameter.empty)


def _reach(ask: AskJudge) -> Callable[[str, Any], Any]:
    return lambda verb, target: ask(0, verb, (target,), {})


class Thing:
    """Stands for an object of the judge's."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return _asked(self, "get", name)

    def __setattr__(self, name: str, value: Any) -> None:
        _asked(self, "set", name, value)

    def __delattr__(self, name: str) -> None:
        _asked(self, "del", name)


def _asked(self: Thing, verb: str, /, *args: Any, **kwargs: Any) -> Any:
    ask, number = object.__getattribute__(self, _LINK)
    return ask(number, verb, args, kwargs)


@functools.lru_cache(maxsize=256)
def _class(name: str, specials: tuple[str, ...]) -> type:
    body: dict[str, Any] = {special: _FORWARDERS[special] for special in specials if special in _FORWARDERS}
    if "__eq__" in specials and "__hash__" not in specials:
        body["__hash__"] = None
    return type(name, (Thing,), {"__module__": "test_hidden", **body})


def _operate(name: str) -> Callable[..., Any]:
    return lambda self, *args: _asked(self, "op", name, *args)


def _reflect(name: str) -> Callable[..., Any]:
    return lambda self, other: _asked(self, "rop", name, other)


def _next(self: Thing) -> Any:
    more, value = _asked(self, "op", "next")
    if not more:
        raise StopIteration(value)
    return value


def _exit(self: Thing, kind: Any, error: Any, _: Any) -> Any:
    return _asked(self, "op", "exit", kind, error, None)


def _await(self: Thing) -> Any:
    ask, _ = object.__getattribute__(self, _LINK)
    return awaited(_reach(ask), self).__await__()


_FORWARDERS: dict[str, Callable[..., Any]] = {
    **{special: _operate(name) for special, name in SPECIALS.items()},
    **{special: _reflect(name) for special, name in REFLECTED.items()},
    "__call__": lambda self, /, *args, **kwargs: _asked(self, "call", *args, **kwargs),
    "__next__": _next,
    "__exit__": _exit,
    "__await__": _await,
    "__deepcopy__": lambda self, _: self,
    "__copy__": lambda self: self,
}
