"""Counting what a call costs without a clock: interpreter events and peak traced memory.

Events are Python calls, resumptions and yields, C calls made from Python, lines, and jumps backwards: anything that a loop does at
least once an iteration.  Loops that C code runs over Python objects make no events of their own, so while counting, the built-in
iterators (`map`, `zip`, …) and a few helpers are replaced by twins written in Python.
"""

from __future__ import annotations

import _thread
import builtins
import collections
import functools
import itertools
import operator
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

Call = Callable[[], Any]


class Tampered(Exception):
    """The measured code reached for the counter or left the thread that is counted."""


def count_events(call: Call, padding: int = 0) -> tuple[Any, int]:
    """The value of `call()` and the number of interpreter events it caused, with those of `padding` turns of an empty loop."""
    for prepare in _preparations:
        prepare()
    if _Guard.set_up and len(_frames_of_threads()) > 1:
        raise Tampered("the code runs threads of its own while steps are counted")
    with _visible_loops():
        return _COUNT(functools.partial(_padded, call, padding))


def _padded(call: Call, padding: int) -> Any:
    for _ in range(padding):
        pass
    return call()


_frames_of_threads = sys._current_frames
_preparations: list[Call] = []
_STARTERS = {id(getattr(_thread, name)) for name in ("start_new_thread", "start_new", "start_joinable_thread") if hasattr(_thread, name)}


def before_counting(action: Call) -> None:
    """Have `action` done before each count."""
    _preparations.append(action)


def trace_memory(call: Call) -> tuple[Any, int]:
    """The value of `call()` and the peak of bytes allocated during it beyond what was allocated before."""
    already = tracemalloc.is_tracing()
    if not already:
        tracemalloc.start(1)
    try:
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        value = call()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        if not already:
            tracemalloc.stop()
    return value, max(0, peak - before)


_GUARDED_EVENTS = frozenset(
    {"sys.settrace", "sys.setprofile", "sys.monitoring.register_callback", "_thread.start_new_thread", "_thread.start_joinable_thread"}
)


class _Guard:
    """Whether steps are being counted, and whether the counted code reached for the counter."""

    set_up = False
    armed = False
    tampered = False


def _audit(event: str, args: tuple[Any, ...]) -> None:
    if _Guard.armed and event in _GUARDED_EVENTS:
        _Guard.tampered = True
        raise Tampered(f"{event} is not to be had while steps are counted")


def arm() -> None:
    """Install the audit hook that notices tampering; once a process, before the learner's code is loaded."""
    _Guard.set_up = True
    sys.addaudithook(_audit)


def _count_by_hooks(call: Call) -> tuple[Any, int]:
    """CPython 3.11: every event of the trace and profile hooks of this thread."""
    counter = itertools.count()
    tick = counter.__next__

    def trace(frame: Any, event: str, arg: Any) -> Any:
        tick()
        return trace

    def profile(frame: Any, event: str, arg: Any) -> None:
        tick()
        if event == "c_call" and id(arg) in _STARTERS:
            _Guard.tampered = True
            raise Tampered("no thread is to be had while steps are counted")

    old_trace, old_profile = sys.gettrace(), sys.getprofile()
    _Guard.tampered = False
    sys.setprofile(profile)
    sys.settrace(trace)
    _Guard.armed = True
    try:
        value = call()
    finally:
        intact = sys.gettrace() is trace and sys.getprofile() is profile
        _Guard.armed = False
        sys.settrace(old_trace)
        sys.setprofile(old_profile)
    _refuse_unless(intact)
    return value, next(counter)


def _count_by_monitoring(call: Call) -> tuple[Any, int]:
    """CPython 3.12 and later: `sys.monitoring` events of all threads."""
    monitoring: Any = sys.monitoring  # type: ignore[attr-defined,unused-ignore]
    counter = itertools.count()
    tick = counter.__next__

    def event(*_: Any) -> None:
        tick()

    kinds = _monitored(monitoring.events)
    wanted = functools.reduce(operator.or_, kinds)
    tool = next(n for n in (4, 3, 5, 1) if monitoring.get_tool(n) is None)
    monitoring.use_tool_id(tool, "drillkit")
    for kind in kinds:
        monitoring.register_callback(tool, kind, event)
    _Guard.tampered = False
    monitoring.set_events(tool, wanted)
    _Guard.armed = True
    try:
        value = call()
    finally:
        _Guard.armed = False
        intact = monitoring.get_tool(tool) == "drillkit" and monitoring.get_events(tool) == wanted
        if monitoring.get_tool(tool) is not None:
            monitoring.set_events(tool, 0)
            monitoring.free_tool_id(tool)
    _refuse_unless(intact)
    return value, next(counter)


def _monitored(events: Any) -> list[int]:
    """The kinds of event counted: 3.14 split BRANCH in two."""
    names = ["PY_START", "PY_RESUME", "PY_YIELD", "PY_THROW", "CALL", "LINE", "JUMP"]
    names += ["BRANCH_LEFT", "BRANCH_RIGHT"] if hasattr(events, "BRANCH_LEFT") else ["BRANCH"]
    return [getattr(events, name) for name in names]


def _refuse_unless(intact: bool) -> None:
    if _Guard.tampered or not intact:
        raise Tampered("the counter of steps was switched off")


_COUNT = _count_by_monitoring if hasattr(sys, "monitoring") else _count_by_hooks


class _PythonIterator:
    """Base of the Python twins: one Python call for each step, which the counter sees."""

    _make: Callable[..., Iterator[Any]]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._inner = type(self)._make(*args, **kwargs)

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        return next(self._inner)


def _twin(original: Any) -> Any:
    return type(original.__name__, (_PythonIterator,), {"_make": staticmethod(original), "__doc__": original.__doc__})


def _count_elements(mapping: dict[Any, int], iterable: Any) -> None:
    """`collections._count_elements` in Python."""
    get = mapping.get
    for element in iterable:
        mapping[element] = get(element, 0) + 1


def _python_reduce(function: Callable[[Any, Any], Any], iterable: Any, *initial: Any) -> Any:
    steps = iter(iterable)
    value = initial[0] if initial else next(steps)
    for step in steps:
        value = function(value, step)
    return value


def _keyed(original: Callable[..., Any]) -> Callable[..., Any]:
    """`sorted`, `min` or `max` whose key function takes a Python step for each entry."""

    def keyed(*args: Any, **kwargs: Any) -> Any:
        key = kwargs.get("key")
        if key is not None:
            kwargs["key"] = lambda entry: key(entry)
        return original(*args, **kwargs)

    return keyed


_real_frompyfunc = np.frompyfunc


def _python_frompyfunc(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    return _real_frompyfunc(lambda *values: function(*values), *args, **kwargs)


_ITERTOOLS = ("starmap", "accumulate", "compress", "filterfalse", "takewhile", "dropwhile", "islice", "zip_longest", "groupby", "pairwise")
_TWINS: list[tuple[Any, str, Any]] = [
    *((builtins, name, _twin(getattr(builtins, name))) for name in ("map", "filter", "zip", "enumerate")),
    *((builtins, name, _keyed(getattr(builtins, name))) for name in ("sorted", "min", "max")),
    *((itertools, name, _twin(getattr(itertools, name))) for name in _ITERTOOLS),
    (collections, "_count_elements", _count_elements),
    (functools, "reduce", _python_reduce),
    (np, "frompyfunc", _python_frompyfunc),
]
_vectorize_globals: dict[str, Any] = getattr(vars(np.vectorize).get("_vectorize_call"), "__globals__", {})
_watched_modules: list[dict[str, Any]] = []


def watch(namespace: dict[str, Any]) -> None:
    """Have names that `namespace` imported (`from itertools import starmap`) replaced as well while counting."""
    _watched_modules.append(namespace)


class _visible_loops:  # noqa: N801  used as a function
    """While entered, loops run by C over Python objects take a Python step for each."""

    def __enter__(self) -> None:
        self._undo: list[tuple[Any, str, Any]] = []
        for owner, name, twin in _TWINS:
            original = getattr(owner, name, None)
            if original is None:
                continue
            self._undo.append((owner, name, original))
            setattr(owner, name, twin)
            for namespace in _watched_modules:
                for key, value in list(namespace.items()):
                    if value is original:
                        self._undo.append((namespace, key, original))
                        namespace[key] = twin
        if "frompyfunc" in _vectorize_globals:
            self._undo.append((_vectorize_globals, "frompyfunc", _vectorize_globals["frompyfunc"]))
            _vectorize_globals["frompyfunc"] = _python_frompyfunc

    def __exit__(self, *_: object) -> None:
        for owner, name, original in reversed(self._undo):
            if isinstance(owner, dict):
                owner[name] = original
            else:
                setattr(owner, name, original)
