"""Strict comparators: kind, shape, dtype kind, NaN places and values, judged apart and in that order."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from drillkit.judge.brief import brief
from drillkit.judge.handle import is_remote
from drillkit.judge.mismatch import ABSENT, Mismatch

Array = np.ndarray[Any, Any]

_KINDS = {"b": "bool", "i": "integer", "u": "integer", "f": "float", "c": "complex", "U": "string", "S": "bytes", "O": "object"}
_WANTED = {"b": "b", "i": "iu", "u": "iu", "f": "f", "c": "c", "U": "UO", "S": "SO", "O": "OUSbiuf", "n": "iuf"}
_NAMES = {
    "b": "booleans",
    "i": "integers",
    "f": "floats",
    "c": "complex numbers",
    "U": "strings",
    "S": "bytes",
    "n": "numbers",
    "O": "objects",
}


def close(
    actual: Any, expected: Any, rtol: float = 1e-9, atol: float = 1e-12, *, dtype: Any = None, kind: str | None = None, what: str = ""
) -> None:
    """Numbers of `expected`'s shape and kind, NaN and infinities in the same places, within `atol + rtol * abs(expected)`."""
    wanted = np.asarray(expected)
    if wanted.dtype.kind not in "iufc":
        raise TypeError(f"close compares numbers, not {wanted.dtype}: use equal")
    complex_wanted = wanted.dtype.kind == "c"
    wanted = wanted.astype(complex) if complex_wanted else wanted.astype(float)
    got = _as_array(actual, what, expected)
    _same_shape(got, wanted.shape, what, actual, expected)
    _right_kind(actual, got, kind or ("c" if complex_wanted else "f"), what, expected)
    _right_dtype(got, dtype, what)
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


def array(
    actual: Any,
    shape: Sequence[int | None] | None = None,
    *,
    kind: str | None = None,
    dtype: Any = None,
    finite: bool = True,
    what: str = "",
) -> Array:
    """`actual` as a NumPy array, once it is one (or a list of one) of that shape and kind; None in `shape` matches any length."""
    got = _as_array(actual, what, ABSENT)
    if shape is not None and (len(shape) != got.ndim or any(want not in (None, have) for want, have in zip(shape, got.shape, strict=True))):
        wanted = "(" + ", ".join("any" if n is None else str(n) for n in shape) + ("," if len(shape) == 1 else "") + ")"
        raise Mismatch(f"{_of('wrong shape', what)}: expected {wanted}, got {got.shape}", returned=actual)
    if kind is not None:
        _right_kind(actual, got, kind, what, ABSENT)
    _right_dtype(got, dtype, what)
    if finite and got.dtype.kind in "fc":
        _finite(got, what, actual)
    return got.astype(float) if kind == "f" and got.dtype.kind in "iu" else got


def number(actual: Any, low: float | None = None, high: float | None = None, *, finite: bool = True, what: str = "") -> float:
    """One real number within the inclusive bounds, as a Python float."""
    got = _as_array(actual, what, ABSENT, a="a number")
    if got.ndim:
        raise Mismatch(f"{_of('wrong shape', what)}: expected a single number, got an array of shape {got.shape}", returned=actual)
    _right_kind(actual, got, "n", what, ABSENT)
    value = float(got)
    if finite and not np.isfinite(value):
        raise Mismatch(f"{what or 'the result'} is {value}, expected a finite number", returned=actual)
    if (low is not None and not value >= low) or (high is not None and not value <= high):
        raise Mismatch(f"{what or 'the result'} is {brief(value)}, expected {_bounds(low, high)}", returned=actual)
    return value


def truth(actual: Any, expected: bool, *, what: str = "") -> None:
    """A bool, Python's or NumPy's, with that value."""
    plain = actual[()] if isinstance(actual, np.ndarray) and actual.shape == () else actual
    if not isinstance(plain, bool | np.bool_):
        raise Mismatch(f"{_of('wrong type', what)}: expected True or False, got {_name(actual)}", returned=actual, expected=expected)
    if bool(plain) is not expected:
        raise Mismatch(f"{what or 'the result'} is {bool(plain)}, expected {expected}", returned=actual, expected=expected)


def unpack(actual: Any, *names: str) -> tuple[Any, ...]:
    """A tuple or list of one entry for each of `names`, as a tuple."""
    wanted = f"a tuple ({', '.join(names)})"
    if type(actual) not in (tuple, list) and not (isinstance(actual, tuple) and not is_remote(actual)):
        raise Mismatch(f"wrong type: expected {wanted}, got {_name(actual)}", returned=actual)
    if len(actual) != len(names):
        raise Mismatch(f"wrong length: expected {wanted}, got {_count(len(actual), 'entry', 'entries')}", returned=actual)
    return tuple(actual)


def mapping(actual: Any, *keys: Any) -> dict[Any, Any]:
    """A dict with exactly these keys."""
    if type(actual) is not dict:
        raise Mismatch(f"wrong type: expected a dict, got {_name(actual)}", returned=actual)
    missing = [key for key in keys if key not in actual]
    extra = [key for key in actual if key not in keys]
    if missing:
        raise Mismatch(f"the dict lacks {_listed(missing)}", returned=actual)
    if extra:
        raise Mismatch(f"the dict has {_listed(extra)}, which nobody asked for", returned=actual)
    return dict(actual)


def check(condition: bool, message: str, *, returned: Any = ABSENT, expected: Any = ABSENT) -> None:
    """An invariant on values that have gone through `array`, `number` or the like; `message` is a sentence for the learner."""
    if is_remote(condition) or not isinstance(condition, bool | np.bool_):
        raise TypeError("check takes a bool: compute with array(...), number(...) or another checked value")
    if not condition:
        raise Mismatch(message, returned=returned, expected=expected)


def same_items(actual: Any, expected: Any, *, rtol: float = 1e-9, atol: float = 1e-12, what: str = "") -> None:
    """The same values, or the same rows of a matrix, in any order."""
    if isinstance(actual, set | frozenset):
        actual = list(actual)
    if not isinstance(actual, list | tuple | np.ndarray):
        raise Mismatch(f"{_of('wrong type', what)}: expected a list or an array, got {_name(actual)}", returned=actual, expected=expected)
    wanted, got = list(expected), list(actual)
    if len(got) != len(wanted):
        raise Mismatch(f"{_of('wrong length', what)}: expected {len(wanted)}, got {len(got)}", returned=actual, expected=expected)
    for item in got:
        place = next((i for i, want in enumerate(wanted) if _alike(item, want, rtol, atol)), None)
        if place is None:
            raise Mismatch(f"{what or 'the result'} holds {brief(item)}, which does not belong there", returned=actual, expected=expected)
        del wanted[place]


def up_to_sign(actual: Any, expected: Any, *, axis: int = 0, rtol: float = 1e-9, atol: float = 1e-12, what: str = "") -> None:
    """Equal when each column (`axis=0`) or row (`axis=1`) of a matrix, or a vector as a whole, may be negated."""
    wanted = np.asarray(expected, dtype=float)
    got = array(actual, wanted.shape, kind="f", what=what)
    signs = np.sign(np.sum(got * wanted, axis=axis if wanted.ndim > 1 else None, keepdims=True))
    try:
        close(got * np.where(signs == 0, 1.0, signs), wanted, rtol, atol, what=what)
    except Mismatch as miss:
        raise Mismatch(miss.message + " (signs are free)", returned=actual, expected=expected) from None


def up_to_names(actual: Any, expected: Any, *, what: str = "") -> None:
    """The same grouping: places share a label in `actual` exactly where they share one in `expected`."""
    wanted = np.asarray(expected)
    got = array(actual, wanted.shape, what=what)
    same_got, same_wanted = got[:, None] == got[None, :], wanted[:, None] == wanted[None, :]
    if not np.array_equal(same_got, same_wanted):
        i, j = (int(n) for n in np.argwhere(same_got != same_wanted)[0])
        together = "together" if same_wanted[i, j] else "apart"
        raise Mismatch(f"{_of('wrong grouping', what)}: entries [{i}] and [{j}] belong {together}", returned=actual, expected=expected)


def _as_array(actual: Any, what: str, expected: Any, a: str = "an array") -> Array:
    """`actual` as a base array; refuses what is not data, ragged lists and mixed contents."""
    if isinstance(actual, np.ndarray | np.generic):
        return np.asarray(actual)
    wanted = a if expected is ABSENT or np.ndim(expected) else "a number"
    if is_remote(actual) or not isinstance(actual, list | tuple | bool | int | float | complex | str | bytes):
        raise Mismatch(f"{_of('wrong type', what)}: expected {wanted}, got {_name(actual)}", returned=actual, expected=expected)
    leaves = list(itertools.islice(_leaves(actual), 1_000_001))
    if any(is_remote(leaf) or not isinstance(leaf, bool | int | float | complex | str | bytes | np.generic) for leaf in leaves):
        odd = next(
            leaf for leaf in leaves if is_remote(leaf) or not isinstance(leaf, bool | int | float | complex | str | bytes | np.generic)
        )
        raise Mismatch(f"{_of('wrong type', what)}: expected {wanted}, got one that holds {_name(odd)}", returned=actual, expected=expected)
    if len({isinstance(leaf, str | bytes) for leaf in leaves}) > 1:
        raise Mismatch(f"{_of('wrong type', what)}: text and numbers are mixed", returned=actual, expected=expected)
    if any(isinstance(leaf, bool | np.bool_) for leaf in leaves) and not all(isinstance(leaf, bool | np.bool_) for leaf in leaves):
        raise Mismatch(f"{_of('wrong type', what)}: booleans and numbers are mixed", returned=actual, expected=expected)
    try:
        return np.asarray(actual)
    except (ValueError, OverflowError):
        raise Mismatch(f"{_of('wrong shape', what)}: rows of different lengths", returned=actual, expected=expected) from None


def _leaves(value: Any) -> Iterable[Any]:
    if isinstance(value, list | tuple):
        for item in value:
            yield from _leaves(item)
    elif isinstance(value, np.ndarray):
        yield from value.ravel()
    else:
        yield value


def _same_shape(got: Array, shape: tuple[int, ...], what: str, actual: Any, expected: Any) -> None:
    if got.shape == shape:
        return
    if not shape:
        text = f"expected a single number, got an array of shape {got.shape}"
    elif not got.shape:
        text = f"expected shape {shape}, got a single {_KINDS.get(got.dtype.kind, 'value')}"
    else:
        text = f"expected {shape}, got {got.shape}"
    raise Mismatch(f"{_of('wrong shape', what)}: {text}", returned=actual, expected=expected)


def _right_kind(actual: Any, got: Array, kind: str, what: str, expected: Any) -> None:
    allowed = _WANTED[kind]
    if got.dtype.kind in allowed or (got.size == 0 and not isinstance(actual, np.ndarray)):
        return
    counts_as_float = kind == "f" and got.dtype.kind in "iu" and (not isinstance(actual, np.ndarray) or got.ndim == 0)
    if counts_as_float:
        return
    if kind in "US" and got.dtype.kind == "O" and all(isinstance(item, str | bytes) for item in got.ravel()):
        return
    name = _NAMES.get(kind, kind)
    raise Mismatch(
        f"{_of('wrong dtype', what)}: expected {name if got.ndim else name[:-1]}, got {got.dtype}", returned=actual, expected=expected
    )


def _right_dtype(got: Array, dtype: Any, what: str) -> None:
    if dtype is not None and got.dtype != np.dtype(dtype):
        raise Mismatch(f"{_of('wrong dtype', what)}: expected {np.dtype(dtype)}, got {got.dtype}", returned=got)


def _finite(got: Array, what: str, actual: Any) -> None:
    bad = ~np.isfinite(got)
    if bad.any():
        place = np.argwhere(bad)[0]
        value = got[tuple(place)]
        raise Mismatch(f"{'NaN' if np.isnan(value) else brief(value)} at {_index(place)}{_in(what)}", returned=actual)


def _same_nan(got: Array, wanted: Array, what: str, actual: Any, expected: Any) -> None:
    differ = np.isnan(got) != np.isnan(wanted)
    if not differ.any():
        return
    place = np.argwhere(differ)[0]
    if np.isnan(got[tuple(place)]):
        text = (
            f"NaN at {_index(place)}{_in(what)}, expected {brief(wanted[tuple(place)])}" if got.ndim else f"{what or 'the result'} is NaN"
        )
    else:
        text = f"expected NaN at {_index(place)}{_in(what)}, got {brief(got[tuple(place)])}"
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
        text = f"entry {_index(place)}{_of_what(what)} is {have}, expected {want}{others}"
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
    leaves = list(_leaves(expected))
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
    got = _as_array(actual, what, expected)
    _same_shape(got, wanted.shape, what, actual, expected)
    _right_kind(actual, got, kind or {"u": "i"}.get(wanted.dtype.kind, wanted.dtype.kind), what, expected)
    _right_dtype(got, dtype, what)
    if wanted.dtype.kind in "fc":
        _same_nan(got.astype(wanted.dtype), wanted, what, actual, expected)
    if got.dtype.kind == "O" or wanted.dtype.kind == "O":
        pairs = zip(got.ravel().tolist(), wanted.ravel().tolist(), strict=True)
        differ = np.array([not _alike(have, want, 0.0, 0.0) for have, want in pairs], dtype=bool).reshape(wanted.shape)
    else:
        differ = (got != wanted) & ~((wanted != wanted) & (got != got))
    if np.any(differ):
        place = tuple(int(n) for n in np.argwhere(differ)[0])
        count = int(np.sum(differ))
        others = f" ({count} of {got.size} entries are off)" if count > 1 else ""
        raise Mismatch(
            f"entry {_index(place)}{_of_what(what)} is {brief(got[place])}, expected {brief(wanted[place])}{others}"
            if got.ndim
            else f"{what or 'the result'} is {brief(got[()])}, expected {brief(wanted[()])}",
            returned=actual,
            expected=expected,
        )


def _equal_sequences(actual: Any, expected: Sequence[Any], what: str) -> None:
    if isinstance(actual, np.ndarray) and actual.ndim:
        actual = list(actual)
    if is_remote(actual) or not isinstance(actual, list | tuple):
        raise Mismatch(f"{_of('wrong type', what)}: expected {_name(expected)}, got {_name(actual)}", returned=actual, expected=expected)
    if len(actual) != len(expected):
        raise Mismatch(f"{_of('wrong length', what)}: expected {len(expected)}, got {len(actual)}", returned=actual, expected=expected)
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
        raise Mismatch(f"{_of('wrong type', what)}: expected {_name(expected)}, got {_name(actual)}", returned=actual, expected=expected)
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


def _alike(have: Any, want: Any, rtol: float, atol: float) -> bool:
    try:
        if np.asarray(want).dtype.kind in "fiuc" and not isinstance(want, bool):
            close(have, want, rtol, atol, kind=None if np.asarray(want).dtype.kind in "fc" else "n")
        else:
            equal(have, want)
    except Mismatch:
        return False
    return True


def _name(value: Any) -> str:
    if value is None:
        return "None"
    if is_remote(value):
        return f"an object of your class {type(value).__name__}" if not isinstance(value, type) else f"your class {value.__name__}"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    kind = type(value).__name__
    if isinstance(value, list | tuple):
        return f"a {kind} of {_count(len(value), 'entry', 'entries')}"
    return {"str": "a string", "int": "an integer", "bool": "a bool", "float": "a float"}.get(
        kind, f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    )


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"


def _bounds(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"between {brief(low)} and {brief(high)}"
    return f"at least {brief(low)}" if low is not None else f"at most {brief(high)}"


def _listed(keys: Sequence[Any]) -> str:
    return ", ".join(brief(key, 60) for key in keys[:5]) + (" …" if len(keys) > 5 else "")


def _index(place: Iterable[Any]) -> str:
    return "[" + ", ".join(str(int(n)) for n in place) + "]"


def _of(mistake: str, what: str) -> str:
    return f"{mistake} of {what}" if what else mistake


def _of_what(what: str) -> str:
    return f" of {what}" if what else ""


def _in(what: str) -> str:
    return f" in {what}" if what else ""
