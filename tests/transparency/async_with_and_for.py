"""async with, async for and asynchronous generators."""


# %% solution
class Session:
    def __init__(self, log):
        self.log = log

    async def __aenter__(self):
        self.log("open")
        return self

    async def __aexit__(self, kind, error, trace):
        self.log("close" if kind is None else kind.__name__)
        return kind is KeyError


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def ticks(n):
    for i in range(n):
        yield i * 10


# %% test
import asyncio
import pytest
from solution import Countdown, Session, ticks


def test_with():
    log = []

    async def main():
        async with Session(log.append) as session:
            assert isinstance(session, Session)
        async with Session(log.append):
            raise KeyError("swallowed")
        with pytest.raises(ValueError):
            async with Session(log.append):
                raise ValueError("passed on")

    asyncio.run(main())
    assert log == ["open", "close", "open", "KeyError", "open", "ValueError"]


def test_for():
    async def main():
        return [n async for n in Countdown(3)]

    assert asyncio.run(main()) == [2, 1, 0]


def test_generator():
    async def main():
        return [n async for n in ticks(3)]

    assert asyncio.run(main()) == [0, 10, 20]


# %% wrong
async def _aexit(self, kind, error, trace):
    self.log("close" if kind is None else kind.__name__)
    return kind is not None


Session.__aexit__ = _aexit
