"""Strict comparators: kind, shape, dtype kind, NaN places and values, judged apart and in that order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from drillkit.judge.arrays import Array, as_array, each_leaf, right_dtype, right_kind, same_shape
from drillkit.judge.brief import brief
from drillkit.judge.handle import is_remote
from drillkit.judge.mismatch import Mismatch
from drillkit.judge.results import mapping
from drillkit.judge.wording import index, named, of, of_what, within


def close(
    actual: Any, expected: Any, rtol: float = 1e-9, atol: float = 1e-12, *, dtype: Any = None, kind: str | None = None, what: str = ""
) -> None:
    """Numbers of `expected`'s shape and kind, NaN and infinities in the same places, within `atol + rtol * abs(expected)`."""
    wanted = np.asarray(expected)
    if wanted.dtype.kind not in "iufc":
        raise TypeError(f"close compares numbers, not {wanted.dtype}: use equal")
    complex_wanted = wanted.dtype.kind == "c"
    wanted = wanted.astype(complex) if complex_wanted else wanted.astype(float)
    got = as_array(actual, what, expected)
    same_shape(got, wanted.shape, what, actual, expected)
    right_kind(actual, got, kind or ("c" if complex_wanted else "f"), what, expected)
    right_dtype(got, dtype, what)
    got = got.astype(complex) if complex_wanted else got.astype(float)
    _same_nan(got, wanted, what, actual, expected)
    _within(got, wanted, rtol, atol, what, actual, expected)


def equal(actual: Any, expected: Any, *, dtype: Any = None, kind: str | None = None, what: str = "") -> None:
    """The same value, exactly, down through containers; integer widths do not matter, a tuple may be a list, True is not 1."""
    if isinstance(expected, np.ndarray) or _is_flat_list(expected):
        _equal_arrays(actual, np.asarray(expected), kind, dtype, what, expected)
    elif isinstance(expected, list | tuple):
        _equal_sequences(actual, expected, what)
    elif isinstance(expected, dict):
        _equal_dicts(actual, expected, what)
    else:
        _equal_scalars(actual, expected, what)


def alike(have: Any, want: Any, rtol: float, atol: float) -> bool:
    """Whether `close` or `equal`, whichever fits what is expected, would take the value."""
    try:
        if np.asarray(want).dtype.kind in "fiuc" and not isinstance(want, bool):
            close(have, want, rtol, atol, kind=None if np.asarray(want).dtype.kind in "fc" else "n")
        else:
            equal(have, want)
    except Mismatch:
        return False
    return True


def _same_nan(got: Array, wanted: Array, what: str, actual: Any, expected: Any) -> None:
    differ = np.isnan(got) != np.isnan(wanted)
    if not differ.any():
        return
    place = np.argwhere(differ)[0]
    if np.isnan(got[tuple(place)]):
        text = (
            f"NaN at {index(place)}{within(what)}, expected {brief(wanted[tuple(place)])}" if got.ndim else f"{what or 'the result'} is NaN"
        )
    else:
        text = f"expected NaN at {index(place)}{within(what)}, got {brief(got[tuple(place)])}"
    raise Mismatch(text, returned=actual, expected=expected)


def _within(got: Array, wanted: Array, rtol: float, atol: float, what: str, actual: Any, expected: Any) -> None:
    with np.errstate(invalid="ignore", over="ignore"):
        exact = (got == wanted) | np.isnan(wanted)
        difference = np.where(exact, 0.0, np.abs(got - wanted))
        allowed = atol + rtol * np.where(np.isinf(wanted), 0.0, np.abs(wanted))
        wrong = ~exact & (~np.isfinite(got) | ~np.isfinite(wanted) | ~(difference <= allowed))
    if not wrong.any():
        return
    ratio = np.where(wrong, np.where(np.isfinite(difference), difference / (allowed + 1e-300), np.inf), -1.0)
    place = np.unravel_index(int(np.argmax(ratio)), got.shape) if got.ndim else ()
    have, want = _two(got[place], wanted[place])
    if got.ndim:
        others = f" ({int(wrong.sum())} of {got.size} entries are off)" if wrong.sum() > 1 else ""
        text = f"entry {index(place)}{of_what(what)} is {have}, expected {want}{others}"
    else:
        text = f"{what or 'the result'} is {have}, expected {want}"
    raise Mismatch(text, returned=actual, expected=expected)


def _two(have: Any, want: Any) -> tuple[str, str]:
    """Two numbers with as many digits as it takes to see the difference."""
    if isinstance(have, complex):
        return repr(complex(have)), repr(complex(want))
    for digits in (4, 6, 10, 17):
        short = f"{have:.{digits}g}", f"{want:.{digits}g}"
        if short[0] != short[1]:
            return short
    return repr(float(have)), repr(float(want))


def _is_flat_list(expected: Any) -> bool:
    """A list that means an array: numbers, strings or booleans of one sort, nested to a rectangle."""
    if not isinstance(expected, list) or not expected:
        return False
    leaves = list(each_leaf(expected))
    sorts = {
        str if isinstance(x, str) else bool if isinstance(x, bool | np.bool_) else int if isinstance(x, int | np.integer) else None
        for x in leaves
    }
    if len(sorts) != 1 or None in sorts or any(isinstance(item, tuple | dict | set) for item in expected):
        return False
    try:
        np.asarray(expected)
    except ValueError:
        return False
    return True


def _equal_arrays(actual: Any, wanted: Array, kind: str | None, dtype: Any, what: str, expected: Any) -> None:
    got = as_array(actual, what, expected)
    same_shape(got, wanted.shape, what, actual, expected)
    right_kind(actual, got, kind or {"u": "i"}.get(wanted.dtype.kind, wanted.dtype.kind), what, expected)
    right_dtype(got, dtype, what)
    if wanted.dtype.kind in "fc":
        _same_nan(got.astype(wanted.dtype), wanted, what, actual, expected)
    if got.dtype.kind == "O" or wanted.dtype.kind == "O":
        pairs = zip(got.ravel().tolist(), wanted.ravel().tolist(), strict=True)
        differ = np.array([not alike(have, want, 0.0, 0.0) for have, want in pairs], dtype=bool).reshape(wanted.shape)
    else:
        differ = (got != wanted) & ~((wanted != wanted) & (got != got))
    if np.any(differ):
        place = tuple(int(n) for n in np.argwhere(differ)[0])
        count = int(np.sum(differ))
        others = f" ({count} of {got.size} entries are off)" if count > 1 else ""
        raise Mismatch(
            f"entry {index(place)}{of_what(what)} is {brief(got[place])}, expected {brief(wanted[place])}{others}"
            if got.ndim
            else f"{what or 'the result'} is {brief(got[()])}, expected {brief(wanted[()])}",
            returned=actual,
            expected=expected,
        )


def _equal_sequences(actual: Any, expected: Sequence[Any], what: str) -> None:
    if isinstance(actual, np.ndarray) and actual.ndim:
        actual = list(actual)
    if is_remote(actual) or not isinstance(actual, list | tuple):
        raise Mismatch(f"{of('wrong type', what)}: expected {named(expected)}, got {named(actual)}", returned=actual, expected=expected)
    if len(actual) != len(expected):
        raise Mismatch(f"{of('wrong length', what)}: expected {len(expected)}, got {len(actual)}", returned=actual, expected=expected)
    for place, (have, want) in enumerate(zip(actual, expected, strict=True)):
        _descend(have, want, f"[{place}]", what, actual, expected)


def _equal_dicts(actual: Any, expected: dict[Any, Any], what: str) -> None:
    got = mapping(actual, *expected)
    for key, want in expected.items():
        _descend(got[key], want, f"[{brief(key)}]", what, actual, expected)


def _descend(have: Any, want: Any, step: str, what: str, actual: Any, expected: Any) -> None:
    try:
        equal(have, want, what=f"{what or 'entry '}{step}")
    except Mismatch as miss:
        raise Mismatch(miss.message, returned=actual, expected=expected) from None


def _equal_scalars(actual: Any, expected: Any, what: str) -> None:
    plain = actual[()] if isinstance(actual, np.ndarray) and actual.shape == () else actual
    if is_remote(plain) or isinstance(plain, np.ndarray) or _sort(plain) is not _sort(expected):
        raise Mismatch(f"{of('wrong type', what)}: expected {named(expected)}, got {named(actual)}", returned=actual, expected=expected)
    plain, wanted = (x.item() if isinstance(x, np.generic) else x for x in (plain, expected))
    same = plain == wanted or (isinstance(wanted, float) and wanted != wanted and plain != plain)
    if same is not True:
        raise Mismatch(f"{what or 'the result'} is {brief(plain)}, expected {brief(wanted)}", returned=actual, expected=expected)


def _sort(value: Any) -> Any:
    """What a value counts as when types are compared: numbers are one sort, True is not a number."""
    if isinstance(value, bool | np.bool_):
        return bool
    if isinstance(value, int | float | np.integer | np.floating):
        return float
    if isinstance(value, complex | np.complexfloating):
        return complex
    for base in (str, bytes):
        if isinstance(value, base):
            return base
    return type(value)
