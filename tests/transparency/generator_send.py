"""send, throw, close and the return value of a generator."""


# %% solution
def averager():
    total = count = 0
    average = None
    try:
        while True:
            try:
                value = yield average
            except ZeroDivisionError:
                total = count = 0
                average = "reset"
                continue
            if value is None:
                return (total, count)
            total += value
            count += 1
            average = total / count
    finally:
        LOG.append("closed")


LOG = []


def log():
    return LOG


# %% test
import unittest
from solution import averager, log


class SendTest(unittest.TestCase):
    def setUp(self):
        self.gen = averager()
        self.assertIsNone(next(self.gen))

    def test_send(self):
        self.assertEqual(self.gen.send(10), 10)
        self.assertEqual(self.gen.send(20), 15)

    def test_return_value(self):
        self.gen.send(4)
        with self.assertRaises(StopIteration) as stop:
            self.gen.send(None)
        self.assertEqual(stop.exception.value, (4, 1))

    def test_throw(self):
        self.gen.send(10)
        self.assertEqual(self.gen.throw(ZeroDivisionError), "reset")
        self.assertEqual(self.gen.send(3), 3)
        self.assertEqual(self.gen.throw(ZeroDivisionError("again")), "reset")
        with self.assertRaises(KeyError):
            self.gen.throw(KeyError("out"))

    def test_close(self):
        self.gen.close()
        self.assertEqual(log(), ["closed"])
        with self.assertRaises(StopIteration):
            next(self.gen)

    def test_yield_from(self):
        def outer():
            result = yield from averager()
            yield ("result", result)

        gen = outer()
        next(gen)
        gen.send(5)
        self.assertEqual(gen.send(None), ("result", (5, 1)))


# %% wrong
def averager():
    values = []
    while True:
        value = yield sum(values) / len(values) if values else None
        if value is None:
            return None
        values.append(value)
