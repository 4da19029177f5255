"""str, repr, format and f-strings ask the object."""


# %% solution
class Clock:
    def __init__(self, hour, minute):
        self.hour, self.minute = divmod((hour * 60 + minute) % 1440, 60)

    def __str__(self):
        return f"{self.hour:02d}:{self.minute:02d}"

    def __repr__(self):
        return f"Clock({self.hour}, {self.minute})"

    def __format__(self, spec):
        return str(self).replace(":", spec or ":")


# %% test
import unittest
from solution import Clock


class ClockTest(unittest.TestCase):
    def test_str(self):
        self.assertEqual(str(Clock(8, 0)), "08:00")
        self.assertEqual(str(Clock(-1, 15)), "23:15")

    def test_repr(self):
        self.assertEqual(repr(Clock(12, 0)), "Clock(12, 0)")
        self.assertEqual(f"{Clock(12, 0)!r}", "Clock(12, 0)")

    def test_format(self):
        self.assertEqual(f"{Clock(1, 2)}", "01:02")
        self.assertEqual(f"{Clock(1, 2):h}", "01h02")
        self.assertEqual("{} {:.}".format(Clock(1, 2), Clock(3, 4)), "01:02 03.04")

    def test_percent(self):
        self.assertEqual("%s" % Clock(1, 2), "01:02")


# %% wrong
Clock.__str__ = lambda self: f"{self.hour}:{self.minute}"
