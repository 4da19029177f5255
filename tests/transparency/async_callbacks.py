"""Coroutine functions of the test are awaited by the solution, and run beside each other."""

# %% solution
import asyncio


async def fetch_all(fetch, urls, limit=2):
    gate = asyncio.Semaphore(limit)

    async def one(url):
        async with gate:
            return await fetch(url)

    return await asyncio.gather(*(one(url) for url in urls))


# %% test
import asyncio
from solution import fetch_all


def test_results_in_order():
    async def fetch(url):
        await asyncio.sleep(0.002 if url == "a" else 0)
        return url.upper()

    assert asyncio.run(fetch_all(fetch, ["a", "b", "c"])) == ["A", "B", "C"]


def test_at_most_two_at_once():
    running, most = 0, 0

    async def fetch(url):
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.001)
        running -= 1

    asyncio.run(fetch_all(fetch, "abcdef", limit=2))
    assert most == 2
    asyncio.run(fetch_all(fetch, "abcdef", limit=3))
    assert most == 3


# %% wrong
async def fetch_all(fetch, urls, limit=2):
    return [await fetch(url) for url in urls]


# %% wrong
async def fetch_all(fetch, urls, limit=2):
    return await asyncio.gather(*map(fetch, urls))
