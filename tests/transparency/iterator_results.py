"""map, filter, zip, range, reversed, dict views and enumerate as results."""


# %% solution
def evens(items):
    return filter(lambda x: x % 2 == 0, items)


def doubled(items):
    return map(lambda x: x * 2, items)


def span(n):
    return range(n)


def keys(d):
    return d.keys()


# %% test
import unittest
from solution import doubled, evens, keys, span


class ResultTest(unittest.TestCase):
    def test_lazy(self):
        self.assertEqual(list(evens([1, 2, 4])), [2, 4])
        self.assertEqual(tuple(doubled([1, 2])), (2, 4))
        self.assertEqual(next(doubled([5])), 10)

    def test_range(self):
        self.assertEqual(span(3), range(3))
        self.assertEqual(list(span(3)), [0, 1, 2])

    def test_views(self):
        self.assertEqual(sorted(keys({"b": 1, "a": 2})), ["a", "b"])
        self.assertCountEqual(keys({"b": 1, "a": 2}), ["a", "b"])
        self.assertIn("a", keys({"a": 1}))


# %% wrong
def evens(items):
    return filter(lambda x: x % 2, items)
