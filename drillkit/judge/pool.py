"""Judges at work at once: each piece of work gets one to itself."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TypeVar

from drillkit.judge.client import Judge

T = TypeVar("T")


class Pool:
    """So many judges, started at once; leaving the context drops work that has not begun."""

    def __init__(self, jobs: int) -> None:
        self._judges = [Judge() for _ in range(max(1, jobs))]
        self._idle: SimpleQueue[Judge] = SimpleQueue()
        for judge in self._judges:
            self._idle.put(judge)
        self._threads = ThreadPoolExecutor(len(self._judges))

    def submit(self, work: Callable[[Judge], T]) -> Future[T]:
        """Have `work` done by the next judge that is idle."""

        def lent() -> T:
            judge = self._idle.get()
            try:
                return work(judge)
            finally:
                self._idle.put(judge)

        return self._threads.submit(lent)

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for judge in self._judges:
            judge.close()
        self._threads.shutdown()
