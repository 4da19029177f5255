"""Special methods of the stand-ins: each asks the learner's object, and lets it decide nothing that is the test's to decide."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from drillkit.judge.fault import PlayerFault
from drillkit.judge.handle import is_remote
from drillkit.player.operations import REFLECTED, SPECIALS
from drillkit.player.turns import awaited
from drillkit.verdict import Outcome

if TYPE_CHECKING:
    from drillkit.judge.session import Session

PLAIN = (bool, int, float, complex, str, bytes, type(None), list, tuple, dict, set, frozenset, np.ndarray, np.generic)

_SYMBOLS = {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%"}
_SYMBOLS |= {"pow": "**", "matmul": "@", "and_": "&", "or_": "|", "xor": "^", "lshift": "<<", "rshift": ">>", "divmod": "divmod"}
_RESULTS: dict[str, type] = {"len": int, "hash": int, "int": int, "index": int, "float": float, "complex": complex}
_RESULTS |= {"str": str, "repr": str, "format": str, "bytes": bytes}


def session_of(value: Any) -> Session:
    """The conversation with the player that holds the object."""
    session: Session = value._drill_peer.session
    return session


def refused(session: Session, text: str) -> PlayerFault:
    """What a test cannot do with the learner's code: no exception, so that no `raises` is satisfied by it."""
    session.refusal = session.refusal or PlayerFault(Outcome.FAILED, text, call=session.last_call)
    return session.refusal


def ask(value: Any, name: str, *args: Any) -> Any:
    """The result of an operation on the learner's object."""
    return session_of(value).perform("op", value, (name, *args))


def _stands_for_data(value: Any, name: str) -> PlayerFault:
    text = f"a {type(value).__name__} object stands where plain data is expected, and answers `{_symbol(name)}` itself"
    return refused(session_of(value), text)


def _symbol(name: str) -> str:
    """The sign of a binary operation, in place or not; nothing for another."""
    plain = name.removeprefix("i")
    sign = _SYMBOLS.get(name) or _SYMBOLS.get(f"{name}_") or ""
    return sign or (f"{found}=" if name != plain and (found := _SYMBOLS.get(plain) or _SYMBOLS.get(f"{plain}_")) else "")


def _equal(name: str) -> Callable[[Any, Any], Any]:
    def forward(self: Any, other: Any) -> Any:
        if not is_remote(other) and not isinstance(other, PLAIN):
            return NotImplemented
        answer = ask(self, name, other)
        answer = bool(answer) if isinstance(answer, np.bool_) else answer
        if is_remote(other) or (self._drill_made and not isinstance(answer, bool)):
            return answer
        if answer is not (name == "ne"):
            text = f"a {type(self).__name__} object says that it equals plain data ({type(other).__name__}): give the data itself"
            raise refused(session_of(self), text)
        return answer

    return forward


def _order(name: str) -> Callable[[Any, Any], Any]:
    def forward(self: Any, other: Any) -> Any:
        if not is_remote(other) and not self._drill_made:
            raise _stands_for_data(self, name)
        return ask(self, name, other)

    return forward


def _combine(name: str, *, reflected: bool = False) -> Callable[..., Any]:
    def forward(self: Any, other: Any, *more: Any) -> Any:
        session, (left, right) = session_of(self), (other, self) if reflected else (self, other)
        value = session.perform("op", left, (name, right, *more))
        made = self._drill_made or (is_remote(other) and getattr(other, "_drill_made", False))
        if not made and not is_remote(value):
            raise _stands_for_data(self, name)
        return value

    return forward


def _convert(name: str, kind: type) -> Callable[..., Any]:
    def forward(self: Any, *args: Any) -> Any:
        value = ask(self, name, *args)
        if type(value) is not kind:
            raise refused(session_of(self), f"{name}() of a {type(self).__name__} object gave no {kind.__name__}")
        return value

    return forward


def _operate(name: str) -> Callable[..., Any]:
    return lambda self, *args: ask(self, name, *args)


def _next(self: Any) -> Any:
    reply = session_of(self).perform("next", self)
    if type(reply) is not tuple or len(reply) != 2:
        raise refused(session_of(self), f"next() of a {type(self).__name__} object gave no step")
    if reply[0] is not True:
        raise StopIteration(reply[1])
    return reply[1]


def _iterate(self: Any) -> Any:
    inner = ask(self, "iter")
    return inner if inner is self else iter(inner)


def _called(self: Any, /, *args: Any, **kwargs: Any) -> Any:
    name = "the function returned" if type(self)._drill_sort else type(self).__name__
    return session_of(self).call(self, name, args, kwargs)


def _await(self: Any) -> Any:
    return awaited(lambda verb, target: session_of(self).perform(verb, target), self).__await__()


FORWARDERS: dict[str, Callable[..., Any]] = {
    **{special: _operate(name) for special, name in SPECIALS.items()},
    **{special: _combine(name) for special, name in SPECIALS.items() if _symbol(name)},
    **{special: _combine(name, reflected=True) for special, name in REFLECTED.items()},
    **{f"__{name}__": _order(name) for name in ("lt", "le", "gt", "ge")},
    **{f"__{name}__": _equal(name) for name in ("eq", "ne")},
    **{f"__{name}__": _convert(name, kind) for name, kind in _RESULTS.items()},
    **{f"__{name}__": lambda self, *args, name=name: ask(self, name, *args) is True for name in ("contains", "bool")},
    "__exit__": lambda self, *error: ask(self, "exit", *error[:2], None) is True,
    "__aexit__": lambda self, *error: ask(self, "aexit", *error[:2], None),
    "__next__": _next,
    "__iter__": _iterate,
    "__call__": _called,
    "__await__": _await,
    "__copy__": lambda self: ask(self, "copy"),
    "__deepcopy__": lambda self, _: ask(self, "deepcopy"),
}


def _plain_parts(name: str, forward: Callable[..., Any]) -> Callable[..., Any]:
    """For named tuples, which are data themselves: no operator of theirs answers for plain data."""

    def guarded(self: Any, *args: Any) -> Any:
        if name in ("lt", "le", "gt", "ge") and not isinstance(args[0], type(self)):
            return NotImplemented
        value = forward(self, *args)
        own = is_remote(value) or isinstance(value, type(self)) or (args and isinstance(args[0], type(self)))
        if _symbol(name) and not own:
            raise _stands_for_data(self, name)
        return value

    return guarded


def _named_call(self: Any, /, *args: Any, **kwargs: Any) -> Any:
    return session_of(self).call(self, type(self).__name__, args, kwargs)


NAMED: dict[str, Callable[..., Any]] = {
    **{special: _plain_parts(name, lambda self, *args, name=name: ask(self, name, *args)) for special, name in SPECIALS.items()},
    **{
        special: _plain_parts(name, lambda self, other, name=name: session_of(self).perform("op", other, (name, self)))
        for special, name in REFLECTED.items()
    },
    **{f"__{name}__": _convert(name, kind) for name, kind in _RESULTS.items() if kind is str},
    "__call__": _named_call,
}
"""Special methods that a named tuple class of the learner's may add."""

SORTS: dict[str, Any] = {
    "function": types.FunctionType,
    "method": types.MethodType,
    "builtin_function_or_method": types.BuiltinFunctionType,
    "generator": types.GeneratorType,
    "async_generator": types.AsyncGeneratorType,
    "mappingproxy": types.MappingProxyType,
    "map": map,
    "filter": filter,
    "zip": zip,
    "enumerate": enumerate,
    "reversed": reversed,
}
"""Kinds of the interpreter's own, none of them data, that a stand-in passes for in isinstance."""
