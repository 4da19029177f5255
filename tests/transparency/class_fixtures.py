"""setUpClass, setUp, tearDown, addCleanup and class attributes of a TestCase."""


# %% solution
class Pool:
    def __init__(self, size):
        self.free = list(range(size))

    def take(self):
        return self.free.pop(0)

    def give(self, item):
        self.free.append(item)


# %% test
import unittest
from solution import Pool


class PoolTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pool = Pool(2)

    @classmethod
    def tearDownClass(cls):
        assert len(cls.pool.free) == 2

    def setUp(self):
        self.item = self.pool.take()
        self.addCleanup(self.pool.give, self.item)

    def test_taken(self):
        self.assertEqual(self.item, 0)
        self.assertEqual(self.pool.free, [1])

    def test_two(self):
        other = self.pool.take()
        self.assertNotEqual(other, self.item)
        self.pool.give(other)


# %% wrong
Pool.give = lambda self, item: None
