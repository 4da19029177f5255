"""Measures a hidden test asks for: growth of interpreter steps, steps, peak memory."""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from drillkit.judge.errors import is_learners, said, traceback_of
from drillkit.judge.mismatch import Mismatch, Words
from drillkit.judge.session import current
from drillkit.player import measure
from drillkit.verdict import Measure

_PREPOSITION = re.compile(r"(,? (?:of|with|in|to|by|at) .*)")


def flat_growth(call: Callable[[int], Any], *, sizes: Sequence[int], what: str = "rows", per_row: float = 0.5) -> None:
    """Interpreter events of the learner's code in `call(n)` grow by less than `per_row` for each unit of n.

    Judged between the least and the largest of `sizes`, after one call that warms caches up.
    """
    steps(lambda: call(min(sizes)))
    counts = {n: steps(lambda n=n: call(n)) for n in sorted(sizes)}  # type: ignore[misc]
    low, high = min(sizes), max(sizes)
    growth = (counts[high] - counts[low]) / (high - low)
    exponent = math.log(counts[high] / counts[low]) / math.log(high / low) if counts[low] > 0 and counts[high] > 0 else 0.0
    ends = f"{counts[low]:,} steps at {low:,} {what}, {counts[high]:,} at {high:,}"
    text = f"{_figure(growth)} steps per added {_singular(what)} ({ends}; exponent {exponent:.2f})"
    detail = {"low": low, "high": high, "steps_low": counts[low], "steps_high": counts[high], "exponent": exponent}
    note(Measure(kind="growth", what=what, value=growth, limit=per_row, text=text, detail={k: float(v) for k, v in detail.items()}))
    if growth >= per_row:
        raise Mismatch(
            f"the work grows with the {what}: {counts[high] - counts[low]:,} more steps for {high - low:,} more {what}, "
            f"about {_figure(growth)} for each",
            returned=Words(ends),
            expected=Words("about the same number of steps at both sizes"),
        )


def steps(call: Callable[[], Any]) -> int:
    """Interpreter events of the learner's code during `call()`."""
    session = current()
    if session is None:
        return measure.count_events(call)[1]
    session.events = 0
    with _mode("count"):
        call()
    return session.events


def peak_memory(call: Callable[[], Any], *, limit: float | None = None, what: str = "") -> int:
    """Bytes that one `call()` allocates at its peak, its result included; at most `limit`."""
    session = current()
    if session is None:
        used = measure.trace_memory(call)[1]
    else:
        session.bytes = 0
        with _mode("memory"):
            call()
        used = session.bytes
    note(
        Measure(
            kind="memory",
            what=what,
            value=float(used),
            limit=limit,
            text=f"{_bytes(used)} at the peak" + (f", limit {_bytes(limit)}" if limit else ""),
        )
    )
    if limit is not None and used > limit:
        bound = f" ({what})" if what else ""
        raise Mismatch(
            f"needs {_bytes(used)} of memory, at most {_bytes(limit)}{bound} is allowed",
            returned=Words(_bytes(used)),
            expected=Words(f"at most {_bytes(limit)}"),
        )
    return used


@contextlib.contextmanager
def no_warnings() -> Iterator[None]:
    """No call of the learner's code inside gives a warning."""
    session = current()
    if session is None:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("error")
            yield
        return
    session.no_warnings = True
    try:
        yield
    finally:
        session.no_warnings = False


@contextlib.contextmanager
def raises(kind: type[BaseException], *, message: bool = False) -> Iterator[None]:
    """The learner's code raises `kind` or a subclass of it; with `message` the exception must say something."""
    session = current()
    try:
        yield
    except kind as error:
        if session is not None and not is_learners(error):
            raise
        if message and not str(error).strip():
            raise Mismatch(
                f"{kind.__name__} is raised without a message", expected=Words(f"{kind.__name__} with a message that says what is wrong")
            ) from None
        return
    except Exception as error:
        if session is not None and not is_learners(error):
            raise
        miss = Mismatch(f"raises {type(error).__name__}, expected {kind.__name__}", expected=Words(f"{kind.__name__} raised"))
        miss.returned = said(error)
        miss.__dict__["traceback"] = traceback_of(error)
        raise miss from None
    miss = Mismatch(f"expected {kind.__name__}, but nothing was raised", expected=Words(f"{kind.__name__} raised"))
    if session is not None:
        miss.returned = session.last_returned
    raise miss


@contextlib.contextmanager
def _mode(mode: str) -> Iterator[None]:
    session = current()
    assert session is not None
    before, session.mode = session.mode, mode
    try:
        yield
    finally:
        session.mode = before


def note(measured: Measure) -> None:
    """Put a measure on the scorecard of the test that runs."""
    session = current()
    if session is not None:
        session.measures.append(measured)


def _figure(value: float) -> str:
    return "0" if abs(value) < 0.005 else f"{value:.2g}" if abs(value) < 10 else f"{value:,.0f}"


def _singular(what: str) -> str:
    """One of `what`: the noun is the word before the first preposition."""
    head, *rest = _PREPOSITION.split(what, maxsplit=1)
    for plural, singular in (("ices", "ix"), ("ies", "y"), ("ches", "ch"), ("sses", "ss"), ("s", "")):
        if head.endswith(plural):
            head = head.removesuffix(plural) + singular
            break
    return "".join([head, *rest])


def _bytes(count: float) -> str:
    for unit, size in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return f"{count:.0f} bytes"
