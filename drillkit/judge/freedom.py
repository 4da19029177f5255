"""Comparison up to what a contract leaves free: order, sign, names of groups."""

from __future__ import annotations

from typing import Any

import numpy as np

from drillkit.judge.brief import brief
from drillkit.judge.compare import alike, close
from drillkit.judge.mismatch import Mismatch
from drillkit.judge.results import array
from drillkit.judge.wording import named, of


def same_items(actual: Any, expected: Any, *, rtol: float = 1e-9, atol: float = 1e-12, what: str = "") -> None:
    """The same values, or the same rows of a matrix, in any order."""
    if isinstance(actual, set | frozenset):
        actual = list(actual)
    if not isinstance(actual, list | tuple | np.ndarray):
        raise Mismatch(f"{of('wrong type', what)}: expected a list or an array, got {named(actual)}", returned=actual, expected=expected)
    wanted, got = list(expected), list(actual)
    if len(got) != len(wanted):
        raise Mismatch(f"{of('wrong length', what)}: expected {len(wanted)}, got {len(got)}", returned=actual, expected=expected)
    for item in got:
        place = next((i for i, want in enumerate(wanted) if alike(item, want, rtol, atol)), None)
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
        raise Mismatch(f"{of('wrong grouping', what)}: entries [{i}] and [{j}] belong {together}", returned=actual, expected=expected)
