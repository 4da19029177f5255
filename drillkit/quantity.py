"""Numbers as learners type them, with units, against a card's value and tolerance."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from drillkit.card import Number

_NUMBER = r"[-+−]?(?:\d[\d_  ,']*(?:\.\d*)?|\.\d+)(?:[eE][-+−]?\d+)?"
_TYPED = re.compile(rf"(?:[A-Za-z][\w ]*\s*=\s*)?[≈~=]?\s*({_NUMBER})\s*(?:/\s*({_NUMBER}))?\s*(.*)")
_UNITS = {
    "": ("", 1.0),
    "%": ("", 0.01),
    "percent": ("", 0.01),
    "‰": ("", 0.001),
    "k": ("", 1e3),
    "m": ("", 1e6),
    "million": ("", 1e6),
    "billion": ("", 1e9),
    "bit": ("information", 1.0),
    "bits": ("information", 1.0),
    "nat": ("information", 1 / math.log(2)),
    "nats": ("information", 1 / math.log(2)),
    "ns": ("time", 1e-9),
    "µs": ("time", 1e-6),
    "us": ("time", 1e-6),
    "ms": ("time", 1e-3),
    "s": ("time", 1.0),
    "sec": ("time", 1.0),
    "seconds": ("time", 1.0),
    "min": ("time", 60.0),
    "minutes": ("time", 60.0),
    "h": ("time", 3600.0),
    "hours": ("time", 3600.0),
    "days": ("time", 86400.0),
    "b": ("bytes", 1.0),
    "byte": ("bytes", 1.0),
    "bytes": ("bytes", 1.0),
    "kb": ("bytes", 1e3),
    "mb": ("bytes", 1e6),
    "gb": ("bytes", 1e9),
    "tb": ("bytes", 1e12),
    "kib": ("bytes", 2.0**10),
    "mib": ("bytes", 2.0**20),
    "gib": ("bytes", 2.0**30),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Whether a typed number is right; `remark` says what is off, a sentence, empty when it is right."""

    right: bool
    remark: str = ""


def judge(number: Number, typed: str) -> Judged:
    """Compare what was typed with a card's number: fractions, percent and related units are understood.

    A number typed without a unit is taken in the card's unit.
    """
    match = _TYPED.fullmatch(typed.strip())
    if match is None:
        return Judged(right=False, remark="this is not a number" if typed.strip() else "nothing was typed")
    value = _plain(match[1])
    if match[2] is not None:
        below = _plain(match[2])
        if below == 0:
            return Judged(right=False, remark="this divides by zero")
        value /= below
    unit = match[3].strip().rstrip(".")
    factor = _factor(unit, number.unit)
    if factor is None:
        asked = f"in {number.unit}" if number.unit else "a plain number"
        return Judged(right=False, remark=f"the answer is {asked}, not in {unit}")
    value *= factor
    if abs(value - number.value) <= number.tolerance + 1e-9 * abs(number.value):
        return Judged(right=True)
    return Judged(right=False, remark=_hint(value, number))


def _plain(text: str) -> float:
    text = text.replace("−", "-")
    if re.fullmatch(r"[-+]?\d{1,3}(?:\.\d*)?(?:[eE].*)?", text) is None and re.fullmatch(r"[-+]?\d+,\d{1,2}|[-+]?0,\d+", text):
        return float(text.replace(",", "."))  # a decimal comma: 0,75 and 12,5, but 1,000 is a thousand
    return float(re.sub(r"[_  ,']", "", text))


def _factor(typed: str, unit: str) -> float | None:
    """What turns a number typed in one unit into the card's; None when they measure different things."""
    if typed in ("", unit):
        return 1.0
    ours, theirs = _UNITS.get(unit.casefold()), _UNITS.get(typed.casefold())
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return None
    return theirs[1] / ours[1]


def _hint(value: float, number: Number) -> str:
    near = number.tolerance + 1e-9 * abs(number.value)
    if number.value and abs(-value - number.value) <= near:
        return "the sign is wrong"
    if number.value and any(abs(value * factor - number.value) <= near for factor in (100.0, 0.01)):
        return "it is off by a factor of 100: mind percent and shares"
    return "it is not within the tolerance"
