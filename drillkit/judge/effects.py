"""What a call did to the test's own arguments, where a drill allows it, and to its random generators."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterable
from typing import Any

import numpy as np


def write_back(args: tuple[Any, ...], kwargs: dict[str, Any], now: Iterable[tuple[int | str, Any]]) -> None:
    """Make the arguments what the player says that they are now, each in place."""
    for place, value in now:
        with contextlib.suppress(IndexError, KeyError, TypeError, ValueError):  # what was never passed, or has another shape now
            _put(args[place] if isinstance(place, int) else kwargs[place], value)


def _put(mine: Any, now: Any) -> Any:
    """`mine`, made equal to `now` in place where that can be, else `now`."""
    if type(mine) is not type(now) or mine is now:
        return now
    if isinstance(mine, np.ndarray):
        if mine.shape != now.shape or mine.dtype != now.dtype:
            return now
        mine[...] = now
    elif isinstance(mine, list):
        mine[:] = [_put(old, new) for old, new in zip(mine, now, strict=False)] + now[len(mine) :]
    elif isinstance(mine, dict):
        items = {key: _put(mine[key], value) if key in mine else value for key, value in now.items()}
        mine.clear()
        mine.update(items)
    elif isinstance(mine, tuple):
        for old, new in zip(mine, now, strict=False):
            _put(old, new)
    elif isinstance(mine, set):
        mine.clear()
        mine.update(now)
    elif isinstance(mine, bytearray):
        mine[:] = now
    elif isinstance(mine, np.random.Generator):
        mine.bit_generator.state = now.bit_generator.state
    elif isinstance(mine, random.Random):
        mine.setstate(now.getstate())
    else:
        return now
    return mine
