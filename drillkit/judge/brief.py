"""Values in short form, as a scorecard shows them: bounded in length whatever is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from drillkit.judge.handle import is_remote

WIDTH = 300
_FULL = 24
_EDGE = 3


def brief(value: Any, width: int = WIDTH) -> str:
    """`value` in at most `width` characters, arrays with their shape once they are too long to show whole."""
    text = _brief(value, 0)
    return text if len(text) <= width else text[: width - 1] + "…"


def brief_call(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> str:
    """A call as the learner would write it: `top_k([1, 2], k=3)`."""
    parts = [brief(arg, 160) for arg in args]
    parts += [f"{key}={brief(arg, 160)}" for key, arg in kwargs.items()]
    return f"{name}({', '.join(parts)})"


def _brief(value: Any, depth: int) -> str:
    if is_remote(value):
        return f"<{type(value).__name__} object of your code>"
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, np.generic):
        return _scalar(value.item()) if value.dtype.kind in "biufcSU" else str(value)
    if isinstance(value, np.random.Generator):
        return "default_rng(…)"
    if depth > 3:
        return "…"
    for kind, opening, closing in ((list, "[", "]"), (tuple, "(", ")"), (set, "{", "}"), (frozenset, "frozenset({", "})")):
        if type(value) is kind:
            comma = "," if kind is tuple and len(value) == 1 else ""
            return opening + _items(value, len(value), lambda item: _brief(item, depth + 1)) + comma + closing
    if type(value) is dict:
        return "{" + _items(value.items(), len(value), lambda item: f"{_brief(item[0], depth + 1)}: {_brief(item[1], depth + 1)}") + "}"
    return _scalar(value)


def _items(values: Iterable[Any], count: int, show: Callable[[Any], str]) -> str:
    shown = []
    for place, item in enumerate(values):
        if place == _FULL and count > _FULL + 2:
            shown.append(f"… {count} in all")
            break
        shown.append(show(item))
    return ", ".join(shown)


def _scalar(value: Any) -> str:
    if isinstance(value, float):
        return repr(value) if value == 0 or not np.isfinite(value) else _number(value)
    if isinstance(value, str | bytes) and len(value) > 200:
        return f"{value[:120]!r}… ({len(value)} long)"
    if type(value) is int and value.bit_length() > 400:
        return f"an integer of {value.bit_length()} bits"
    if callable(value) and hasattr(value, "__name__"):
        return "a function" if value.__name__ == "<lambda>" else f"{value.__name__}"
    try:
        return repr(value)
    except Exception:  # a test double with a broken repr must not hide the failure it is part of
        return f"<{type(value).__name__}>"


def _number(value: float) -> str:
    short = f"{value:.6g}"
    text = short if float(short) == value else f"{value:.10g}"
    return text if any(mark in text for mark in ".e") else text + ".0"


def _array(value: np.ndarray[Any, Any]) -> str:
    dtype = "" if value.dtype in (np.float64, np.int64, np.bool_) or value.dtype.kind in "UO" else f", {value.dtype}"
    if value.size == 0:
        return f"array of shape {value.shape}{dtype}"
    if value.size <= _FULL:
        return f"array({_nested(value)}{dtype})"
    return f"array of shape {value.shape}{dtype} {_edges(value)}"


def _nested(value: np.ndarray[Any, Any]) -> str:
    if value.ndim == 0:
        return _brief(value[()], 3) if value.dtype.kind != "O" else _scalar(value.item())
    return "[" + ", ".join(_nested(np.asarray(item)) if value.ndim > 1 else _entry(item) for item in value) + "]"


def _entry(value: Any) -> str:
    """An entry of an array: six digits, so that a row fits a line."""
    if not isinstance(value, np.floating) or not np.isfinite(value) or value == 0:
        return _brief(value, 3)
    text = f"{float(value):.6g}"
    return text if any(mark in text for mark in ".e") else text + ".0"


def _rough(value: Any) -> str:
    """An entry of an array too long to show whole: four digits will do."""
    return f"{float(value):.4g}" if isinstance(value, np.floating) and np.isfinite(value) else _brief(value, 3)


def _edges(value: np.ndarray[Any, Any]) -> str:
    if value.ndim == 0:
        return _nested(value)
    head = [_edges(row) if value.ndim > 1 else _rough(row) for row in value[:_EDGE]]
    return "[" + ", ".join(head) + (", …" if len(value) > _EDGE else "") + "]"
