"""Coroutines of the solution run under asyncio.run, await and gather."""

# %% solution
import asyncio


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


async def fails():
    raise ValueError("late")


# %% test
import asyncio
import inspect
import unittest
from solution import double, fails


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def test_await(self):
        self.assertEqual(await double(3), 6)

    async def test_gather(self):
        self.assertEqual(await asyncio.gather(double(1), double(2)), [2, 4])

    async def test_error(self):
        with self.assertRaises(ValueError) as caught:
            await fails()
        self.assertEqual(caught.exception.args[0], "late")

    async def test_exceptions_returned(self):
        got = await asyncio.gather(double(1), fails(), return_exceptions=True)
        self.assertEqual(got[0], 2)
        self.assertIsInstance(got[1], ValueError)


def test_run():
    assert asyncio.run(double(5)) == 10
    assert asyncio.run(asyncio.wait_for(double(5), 1)) == 10


def test_kind():
    assert inspect.iscoroutinefunction(double)


# %% wrong
def double(x):
    return 2 * x


# %% wrong
async def double(x):
    return x + 2
