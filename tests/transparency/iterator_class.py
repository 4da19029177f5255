"""Iterator classes: __iter__, __next__, StopIteration, zip, unpacking, restarting."""


# %% solution
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return CountdownIterator(self.n)


class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


# %% test
import unittest
from solution import Countdown


class CountdownTest(unittest.TestCase):
    def test_twice(self):
        down = Countdown(3)
        self.assertEqual(list(down), [3, 2, 1])
        self.assertEqual(list(down), [3, 2, 1])

    def test_protocol(self):
        it = iter(Countdown(1))
        self.assertIs(iter(it), it)
        self.assertEqual(next(it), 1)
        self.assertRaises(StopIteration, next, it)
        self.assertRaises(StopIteration, lambda: next(it))

    def test_uses(self):
        self.assertEqual(list(zip(Countdown(2), "ab")), [(2, "a"), (1, "b")])
        first, *rest = Countdown(3)
        self.assertEqual((first, rest), (3, [2, 1]))
        self.assertIn(2, Countdown(3))
        self.assertEqual(max(Countdown(4)), 4)
        self.assertTrue(all(Countdown(3)))
        self.assertEqual({*Countdown(2)}, {1, 2})


# %% wrong
Countdown.__iter__ = lambda self: iter(range(self.n, 0 if self.n > 1 else -1, -1))


# %% wrong
def _init(self, n):
    self.it = CountdownIterator(n)


Countdown.__init__ = _init
Countdown.__iter__ = lambda self: self.it
