"""Awaitables that the other side awaits, run here a little at a time.

Neither side can stay inside its event loop while the other one's tasks wait for something here, so each asks the other for turns: start
an awaitable, then run it until it is done or a moment has passed.  Used by the judge and by the player alike.
"""

from __future__ import annotations

import itertools
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio  # loaded where it is used: few checks await anything, and all would wait for it

_MOMENT = 0.001


class Turns:
    """The awaitables in hand, as tasks of the loop that runs here, or of one that runs only in turns."""

    def __init__(self) -> None:
        self._tasks: dict[int, asyncio.Task[Any]] = {}
        self._numbers = itertools.count(1)
        self._own: asyncio.AbstractEventLoop | None = None

    def begin(self, awaitable: Awaitable[Any]) -> int:
        """Make a task of it; the number stands for it from now on."""
        number = next(self._numbers)
        self._tasks[number] = self._loop().create_task(_whole(awaitable))
        return number

    def turn(self, number: int) -> tuple[bool, Any]:
        """Whether it is done, and its value; its exception is raised."""
        import asyncio

        task = self._tasks[number]
        loop = task.get_loop()
        if not task.done() and not loop.is_running() and not _runs_here():
            loop.run_until_complete(asyncio.wait({task}, timeout=_MOMENT))
        if not task.done():
            return (False, None)
        del self._tasks[number]
        return (True, task.result())

    def cancel(self, number: int) -> None:
        """Cancel it, and let it clean up."""
        import asyncio

        task = self._tasks.pop(number, None)
        if task is None:
            return
        task.cancel()
        if not task.get_loop().is_running() and not _runs_here():
            task.get_loop().run_until_complete(asyncio.wait({task}, timeout=_MOMENT))

    def _loop(self) -> asyncio.AbstractEventLoop:
        import asyncio

        if _runs_here():
            return asyncio.get_running_loop()
        if self._own is None or self._own.is_closed():
            self._own = asyncio.new_event_loop()
        return self._own

    def close(self) -> None:
        """Forget what is left."""
        if self._own is not None and not self._own.is_running():
            import asyncio

            waiting = [task for task in self._tasks.values() if not task.done() and task.get_loop() is self._own]
            for task in waiting:
                task.cancel()
            if waiting and not _runs_here():
                self._own.run_until_complete(asyncio.wait(waiting, timeout=_MOMENT))
            self._own.close()
        self._tasks.clear()


async def awaited(ask: Callable[[str, Any], Any], target: Any) -> Any:
    """The value of the other side's awaitable; `ask(verb, target)` is how to reach it."""
    import asyncio

    number = ask("begin", target)
    try:
        while True:
            done, value = ask("turn", number)
            if done is True:
                return value
            await asyncio.sleep(0)
    except (asyncio.CancelledError, GeneratorExit):
        ask("cancel", number)
        raise


async def _whole(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


def _runs_here() -> bool:
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
