"""A failing subTest fails its test, in unittest and with the subtests fixture."""

# %% solution
ROMAN = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(n):
    out = ""
    for value, letters in ROMAN:
        while n >= value:
            out += letters
            n -= value
    return out


# %% test
import unittest
from solution import roman


class RomanTest(unittest.TestCase):
    def test_table(self):
        for number, text in [(1, "I"), (4, "IV"), (9, "IX"), (27, "XXVII")]:
            with self.subTest(number=number):
                self.assertEqual(roman(number), text)


# %% wrong
ROMAN = [(10, "X"), (5, "V"), (1, "I")]
