"""A call that never ends is not turned into a pass by a test that gathers exceptions."""


# %% solution
async def wait():
    while True:
        pass


# %% test
import asyncio
from solution import wait


def test_gathered():
    async def main():
        return await asyncio.gather(wait(), return_exceptions=True)

    assert asyncio.run(main()) is not None


# %% says: still running
