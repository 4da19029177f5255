"""A judge that was started before it was known to be needed, and before anything is imported for it."""

from __future__ import annotations

from drillkit.judge.spawn import spawn

TYPE_CHECKING = False  # as in typing, which is not worth 5 ms before the judge is started
if TYPE_CHECKING:
    from drillkit.judge.client import Judge

_started: list[tuple[int, int, int]] = []


def start() -> None:
    """Start a judge, to boot while the command line is imported and parsed."""
    _started.append(spawn())


def take() -> Judge:
    """The started judge, or a new one; the caller closes it."""
    from drillkit.judge.client import Judge

    return Judge(_started.pop() if _started else None)


def close() -> None:
    """Close the judge that nobody took."""
    while _started:
        take().close()
