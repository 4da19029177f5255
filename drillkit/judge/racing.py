"""The speed measure: CPU time of the learner's call against the reference's, on one input in like sandboxes.

After one untimed call each the samples are taken in the order A B B A, three of each in a block, up to three blocks, both on the same
processor; the ratio is that of the second least samples, so that no single reading decides.  A block ends the race when its ratio is
further than `_CLEAR` times from the limit, which no noise seen on a busy machine bridges.  A sample repeats the call until the reference
takes at least `_SAMPLE` seconds, and the time is read from the kernel by the judge, so that the learner's code can neither patch the
clock nor hide work in threads.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any

from drillkit.judge import marks
from drillkit.judge.measuring import note
from drillkit.judge.mismatch import Mismatch, Words
from drillkit.judge.session import Session, current, enter
from drillkit.verdict import Measure

_BLOCKS = 3
_SAMPLE = 0.001
_CLEAR = 1.4
_MAX_REPEATS = 1000
_ORDER = "ABBAAB"


def speed(call: Callable[..., Any], *, against: str = "reference.py", limit: float | None = None, naive: str = "", what: str = "") -> Any:
    """At most `limit` times the CPU time of the drill's file `against` for the one call of the solution that `call()` makes.

    `naive` names a slow file of the drill (`rejected/loop.py`) to be drawn beside it.  Without `limit` this is the group mark `@speed`.
    Returns the ratio.
    """
    if limit is None:
        return marks.speed_group(call)
    session = current()
    if session is None or session.folder is None:
        call()
        return 1.0
    with _beside(session, [against, *([naive] if naive else [])]) as others:
        ratio, ours, theirs = _race(session, others[0], call, limit)
        detail = {"seconds": ours, "reference_seconds": theirs}
        for slow in others[1:]:
            _stage(slow, call, instead=session)
            detail["naive"] = slow.run_staged(1) / theirs
    text = f"{ratio:.2g} times the reference's CPU time ({ours * 1e3:.3g} ms against {theirs * 1e3:.3g} ms), limit {limit:g}"
    note(Measure(kind="speed", what=what, value=ratio, limit=limit, text=text, detail=detail))
    if ratio > limit:
        raise Mismatch(
            f"takes {ratio:.2g} times the CPU time of the reference, at most {limit:g} times is allowed",
            returned=Words(f"{ours * 1e3:.3g} ms"),
            expected=Words(f"at most {limit * theirs * 1e3:.3g} ms"),
        )
    return ratio


def _race(session: Session, other: Session, call: Callable[[], Any], limit: float) -> tuple[float, float, float]:
    """Ratio, and CPU seconds of one call of each."""
    _stage(session, call)
    _stage(other, call, instead=session)
    for runner in (session, other) if hasattr(os, "sched_setaffinity") else ():
        runner.pin(max(os.sched_getaffinity(0)))  # the processors of a shared machine differ by half and more
    once = other.run_staged(1)
    times = max(1, min(_MAX_REPEATS, math.ceil(_SAMPLE / max(once, 1e-7))))
    taken: dict[str, list[float]] = {"A": [], "B": []}
    ours = theirs = 0.0
    for _ in range(_BLOCKS):
        for turn in _ORDER:
            taken[turn].append((session if turn == "A" else other).run_staged(times))
        ours, theirs = (max(sorted(taken[turn])[1], 1e-9) / times for turn in "AB")
        if not limit / _CLEAR < ours / theirs < limit * _CLEAR:
            break
    return ours / theirs, ours, theirs


@contextmanager
def _beside(session: Session, names: list[str]) -> Iterator[list[Session]]:
    """Players with files of the drill, which load them side by side."""
    assert session.folder is not None
    others = [session.beside((session.folder / name).read_bytes(), PurePath(name).name).launch() for name in names]
    try:
        yield others
    finally:
        for other in others:
            other.close()


def _stage(session: Session, call: Callable[[], Any], instead: Session | None = None) -> None:
    """Make the one call in the session's own player, and have the player keep it.

    With `instead` the call is only kept, and `call` goes on with the value that it had in that session.
    """
    leave = enter(session)
    session.mode = "stage"
    if instead is not None:
        session.mode, session.in_place = "keep", instead.last_value[0]
    try:
        call()
    finally:
        session.mode = ""
        leave()
