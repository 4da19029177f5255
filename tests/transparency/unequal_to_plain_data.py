"""An object that equals plain data does not pass assertNotEqual either."""


# %% solution
class Clock:
    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return self.text == getattr(other, "text", other)


# %% test
import unittest
from solution import Clock


class ClockTest(unittest.TestCase):
    def test_not_a_string(self):
        self.assertNotEqual(Clock("08:00"), "08:00")


# %% says: equals plain data
