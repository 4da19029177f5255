"""A judge that was started before it was known to be needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drillkit.judge.client import Judge

_started: list[Judge] = []


def start() -> None:
    """Start a judge, to boot while the command line is imported and parsed."""
    from drillkit.judge.client import Judge

    _started.append(Judge())


def take() -> Judge:
    """The started judge, or a new one; the caller closes it."""
    if not _started:
        start()
    return _started.pop()


def close() -> None:
    """Close the judge that nobody took."""
    while _started:
        _started.pop().close()
