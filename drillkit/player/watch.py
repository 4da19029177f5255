"""What a call must leave alone: its arguments and the global random state; and the warnings it gave."""

from __future__ import annotations

import contextlib
import random
import types
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np

_python_state = random.getstate
_numpy_state = np.random.get_state
_MAX_WARNINGS = 5
_GENERATORS = (np.random.Generator, random.Random)


def random_state() -> tuple[Any, Any]:
    """The state of `random` and of `np.random`."""
    return _python_state(), _numpy_state(legacy=False)


def random_touched(before: tuple[Any, Any]) -> str:
    """Which module's global state is no longer what it was, or nothing."""
    if _python_state() != before[0]:
        return "random"
    after, old = _numpy_state(legacy=False), before[1]
    inner, old_inner = after["state"], old["state"]
    same = after["bit_generator"] == old["bit_generator"] and inner.keys() == old_inner.keys()
    same = same and all(_same(inner[key], old_inner[key]) for key in inner) and after["has_gauss"] == old["has_gauss"]
    return "" if same else "np.random"


@contextlib.contextmanager
def warnings_noted(extras: dict[str, Any]) -> Iterator[None]:
    """Put the first warnings given inside into `extras`, as `Category: message`."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        finally:
            if caught:
                extras["warnings"] = [f"{w.category.__name__}: {w.message}"[:300] for w in caught[:_MAX_WARNINGS]]


def changed(args: list[Any], kwargs: dict[str, Any], old_args: list[Any], old_kwargs: dict[str, Any], target: Any) -> dict[int | str, str]:
    """Place or keyword, and name, of the arguments that are not what they were."""
    places = [place for place, (now, old) in enumerate(zip(args, old_args, strict=True)) if not _same(now, old)]
    found: dict[int | str, str] = {}
    if places:
        names = _names(target, len(args))
        found = {place: names[place] for place in places}
    return found | {key: key for key in kwargs if not _same(kwargs[key], old_kwargs[key])}


def advanced(args: list[Any], kwargs: dict[str, Any], old_args: list[Any], old_kwargs: dict[str, Any]) -> list[list[Any]]:
    """Place or keyword, and value, of the random generators among the arguments that were drawn from."""
    pairs = [*zip(range(len(args)), args, old_args, strict=True), *((key, kwargs[key], old_kwargs[key]) for key in kwargs)]
    return [[place, now] for place, now, old in pairs if isinstance(now, _GENERATORS) and _state(now) != _state(old)]


def _state(generator: Any) -> str:
    return repr(generator.bit_generator.state if isinstance(generator, np.random.Generator) else generator.getstate())


def _names(target: Any, count: int) -> list[str]:
    function = target
    skip = 0
    if isinstance(target, type):
        function, skip = target.__init__, 1  # type: ignore[misc]
    elif isinstance(target, types.MethodType):
        function, skip = target.__func__, 1
    code = getattr(function, "__code__", None)
    known = code.co_varnames[skip : code.co_argcount] if isinstance(code, types.CodeType) else ()
    return [known[place] if place < len(known) else f"argument {place + 1}" for place in range(count)]


def _same(now: Any, old: Any) -> bool:
    if now is old:
        return True
    if isinstance(old, np.ndarray):
        return isinstance(now, np.ndarray) and _same_array(now, old)
    if isinstance(old, _GENERATORS):
        return True
    if type(now) is not type(old):
        return False
    if isinstance(old, list | tuple):
        return len(now) == len(old) and all(map(_same, now, old))
    if isinstance(old, dict):
        return list(now) == list(old) and all(_same(now[key], old[key]) for key in old)
    if isinstance(old, float | np.floating):
        return bool(now == old or (now != now and old != old))
    if hasattr(old, "__dict__") and not callable(old):
        return _same(vars(now), vars(old))
    return bool(now == old)


def _same_array(now: np.ndarray[Any, Any], old: np.ndarray[Any, Any]) -> bool:
    if now.shape != old.shape or now.dtype != old.dtype:
        return False
    if old.dtype.kind == "O":
        return all(map(_same, now.ravel().tolist(), old.ravel().tolist()))
    if old.size == 0:
        return True
    width = old.dtype.itemsize
    unit = np.dtype("u8") if width % 8 == 0 else np.dtype("u1")
    return bool(np.array_equal(np.ascontiguousarray(now).reshape(-1).view(unit), np.ascontiguousarray(old).reshape(-1).view(unit)))
