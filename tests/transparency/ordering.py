"""Objects with total_ordering are compared, sorted, and give min and max."""

# %% solution
from functools import total_ordering


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


# %% test
import unittest
from solution import Version


class VersionTest(unittest.TestCase):
    def setUp(self):
        self.old, self.new = Version("1.9"), Version("1.10")

    def test_less(self):
        self.assertLess(self.old, self.new)
        self.assertTrue(self.old <= self.new)
        self.assertFalse(self.old > self.new)
        self.assertGreaterEqual(self.new, self.old)

    def test_sorting(self):
        self.assertEqual(sorted([self.new, self.old]), [self.old, self.new])

    def test_least_and_greatest(self):
        self.assertIs(min(self.new, self.old), self.old)
        self.assertIs(max([self.new, self.old]), self.new)

    def test_key(self):
        self.assertEqual([repr(v) for v in sorted([self.new, self.old], key=lambda v: v.parts, reverse=True)], ["v1.10", "v1.9"])


# %% wrong
Version.__lt__ = lambda self, other: str(self.parts) < str(other.parts)
