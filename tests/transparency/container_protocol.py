"""len, in, [], item assignment and deletion, iteration and truth of a container class."""


# %% solution
class Grid:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        return self.cells[key]

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __delitem__(self, key):
        del self.cells[key]

    def __contains__(self, key):
        return key in self.cells

    def __len__(self):
        return len(self.cells)

    def __iter__(self):
        return iter(sorted(self.cells))


# %% test
import unittest
from solution import Grid


class GridTest(unittest.TestCase):
    def test_protocol(self):
        grid = Grid()
        self.assertFalse(grid)
        self.assertEqual(list(grid), [])

    def test_items(self):
        grid = Grid()
        grid[1, 2] = "a"
        grid[0, 5] = "b"
        self.assertEqual(grid[1, 2], "a")
        self.assertIn((1, 2), grid)
        self.assertNotIn((2, 1), grid)
        self.assertEqual(len(grid), 2)
        self.assertEqual(list(grid), [(0, 5), (1, 2)])
        del grid[1, 2]
        self.assertNotIn((1, 2), grid)
        self.assertTrue(grid)

    def test_missing(self):
        with self.assertRaises(KeyError) as caught:
            Grid()[3, 4]
        self.assertEqual(caught.exception.args[0], (3, 4))


# %% wrong
Grid.__contains__ = lambda self, key: True
