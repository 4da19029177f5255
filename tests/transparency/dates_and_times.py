"""datetime, date, time, timedelta and time zones."""

# %% solution
from datetime import datetime, timedelta, timezone, date


def add_gigasecond(moment):
    return moment + timedelta(seconds=10**9)


def age(born, today):
    return today - born


def in_utc(moment):
    return moment.astimezone(timezone.utc)


# %% test
import unittest
from datetime import date, datetime, time, timedelta, timezone
from solution import add_gigasecond, age, in_utc


class DateTest(unittest.TestCase):
    def test_moment(self):
        self.assertEqual(add_gigasecond(datetime(2011, 4, 25)), datetime(2043, 1, 1, 1, 46, 40))

    def test_difference(self):
        self.assertEqual(age(date(2000, 1, 1), date(2000, 3, 1)), timedelta(days=60))
        self.assertEqual(age(date(2000, 1, 1), date(2000, 3, 1)).days, 60)

    def test_zone(self):
        east = timezone(timedelta(hours=2))
        got = in_utc(datetime(2020, 1, 1, 12, 0, 0, 5, tzinfo=east))
        self.assertEqual(got, datetime(2020, 1, 1, 10, 0, 0, 5, tzinfo=timezone.utc))
        self.assertEqual(got.utcoffset(), timedelta(0))


# %% wrong
def add_gigasecond(moment):
    return (moment + timedelta(seconds=10**9)).isoformat()
