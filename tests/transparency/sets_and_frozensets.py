"""Sets and frozensets go both ways; assertCountEqual and set operations work on results."""


# %% solution
def common(*groups):
    return set.intersection(*map(set, groups))


def pairs(items):
    return {frozenset((a, b)) for a in items for b in items if a != b}


# %% test
import unittest
from solution import common, pairs


class SetTest(unittest.TestCase):
    def test_common(self):
        self.assertEqual(common({1, 2, 3}, [2, 3], (3, 2, 9)), {2, 3})
        self.assertSetEqual(common({1}, {2}), set())
        self.assertCountEqual(common("abc", "cab"), ["c", "b", "a"])
        self.assertIsInstance(common({1}, {1}), set)

    def test_nested(self):
        self.assertEqual(pairs({1, 2}), {frozenset({1, 2})})
        self.assertTrue(pairs([1, 2, 3]) >= {frozenset({1, 3})})


# %% wrong
def common(*groups):
    return sorted(set.intersection(*map(set, groups)))
