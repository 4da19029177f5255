"""Names as people type them: case, hyphens, underscores and spaces aside, cut short, or misspelt."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence

_CLOSE = 0.75
_SEPARATORS = re.compile(r"[-_\s]+")


def plain(text: str) -> str:
    """`text` without case, hyphens, underscores and spaces."""
    return _SEPARATORS.sub("", text.casefold())


def fitting(text: str, names: Sequence[str]) -> list[str]:
    """The names that `text` may stand for, in their order, by the first way that fits any; empty when none does."""
    wanted = plain(text)
    if not wanted:
        return []
    ways: tuple[Callable[[str], bool], ...] = (
        lambda name: plain(name) == wanted,
        lambda name: plain(name).startswith(wanted),
        lambda name: wanted in plain(name),
        lambda name: len(wanted) > 1 and "".join(word[0] for word in name.split("-")) == wanted,
        lambda name: _begins_words(text, name),
    )
    for way in ways:
        found = [name for name in names if way(name)]
        if found:
            return found
    return _close(wanted, names, _CLOSE)


def nearest(text: str, names: Sequence[str]) -> list[str]:
    """Up to three names that look most like `text`, best first."""
    return _close(plain(text), names, 0.5)


def _begins_words(text: str, name: str) -> bool:
    """Whether each typed word begins a word of `name`, in order: `conf mat` for `confusion-matrix`."""
    words = iter(name.split("-"))
    return all(any(word.startswith(start) for word in words) for start in _SEPARATORS.split(text.casefold()) if start)


def _close(wanted: str, names: Sequence[str], cutoff: float) -> list[str]:
    by_plain = {plain(name): name for name in names}
    return [by_plain[found] for found in difflib.get_close_matches(wanted, list(by_plain), n=3, cutoff=cutoff)]
