"""The other assertions of unittest on results."""


# %% solution
def stats(values):
    return {"mean": sum(values) / len(values), "max": max(values), "sorted": sorted(values), "none": None, "text": "mean of values"}


# %% test
import unittest
from solution import stats


class StatsTest(unittest.TestCase):
    def test_assertions(self):
        got = stats([3, 1, 2.5])
        self.assertAlmostEqual(got["mean"], 2.16667, places=5)
        self.assertAlmostEqual(got["mean"], 2.1, delta=0.1)
        self.assertGreater(got["max"], got["mean"])
        self.assertSequenceEqual(got["sorted"], (1, 2.5, 3))
        self.assertIsNone(got["none"])
        self.assertIsNotNone(got["mean"])
        self.assertRegex(got["text"], r"^mean")
        self.assertNotAlmostEqual(got["mean"], 3)
        self.assertDictEqual({**got, "mean": 0}, {"mean": 0, "max": 3, "sorted": [1, 2.5, 3], "none": None, "text": "mean of values"})


# %% wrong
def stats(values):
    return {"mean": sum(values) // len(values), "max": max(values), "sorted": sorted(values), "none": None, "text": "mean of values"}
