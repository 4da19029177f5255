"""Tasks of the test that meet in an object of the solution: queues, locks, events."""

# %% solution
import asyncio


class Mailbox:
    def __init__(self):
        self._letters = []
        self._arrived = asyncio.Event()

    async def receive(self):
        while not self._letters:
            self._arrived.clear()
            await self._arrived.wait()
        return self._letters.pop(0)

    async def send(self, letter):
        self._letters.append(letter)
        self._arrived.set()


# %% test
import asyncio
from solution import Mailbox


def test_receiver_waits_for_sender():
    async def main():
        box = Mailbox()
        receiver = asyncio.create_task(box.receive())
        await asyncio.sleep(0)
        assert not receiver.done()
        await box.send("hello")
        return await receiver

    assert asyncio.run(main()) == "hello"


def test_gathered():
    async def main():
        box = Mailbox()
        return await asyncio.gather(box.receive(), box.receive(), box.send(1), box.send(2))

    assert asyncio.run(main()) == [1, 2, None, None]


def test_time_out():
    async def main():
        try:
            await asyncio.wait_for(Mailbox().receive(), 0.01)
        except asyncio.TimeoutError:
            return "nothing came"

    assert asyncio.run(main()) == "nothing came"


# %% wrong
async def _receive(self):
    return self._letters.pop(0) if self._letters else None


Mailbox.receive = _receive
