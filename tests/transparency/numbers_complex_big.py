"""Complex numbers, very big integers, infinities and signed zero."""

# %% solution
import math


def roots(a, b, c):
    d = complex(b * b - 4 * a * c) ** 0.5
    return ((-b + d) / (2 * a), (-b - d) / (2 * a))


def factorial(n):
    return math.factorial(n)


def limits():
    return (math.inf, -math.inf, -0.0, math.nan)


# %% test
import math
import unittest
from solution import factorial, limits, roots


class NumberTest(unittest.TestCase):
    def test_complex(self):
        first, second = roots(1, 0, 4)
        self.assertAlmostEqual(first, 2j)
        self.assertAlmostEqual(second.imag, -2.0)
        self.assertIsInstance(first, complex)

    def test_big(self):
        self.assertEqual(factorial(200), math.factorial(200))
        self.assertEqual(factorial(30) % 10**7, 0)
        self.assertEqual(type(factorial(3)), int)

    def test_limits(self):
        high, low, zero, nan = limits()
        self.assertEqual((high, low), (math.inf, -math.inf))
        self.assertEqual(math.copysign(1, zero), -1.0)
        self.assertTrue(math.isnan(nan))


# %% wrong
def factorial(n):
    return float(math.factorial(n)) if n < 100 else 10**300
