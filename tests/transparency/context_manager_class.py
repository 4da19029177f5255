"""A context manager sees the type of the exception and suppresses it or passes it on."""


# %% solution
class Suppress:
    def __init__(self, *kinds):
        self.kinds = kinds
        self.seen = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.seen = (kind.__name__, str(error)) if kind else None
        return kind is not None and issubclass(kind, self.kinds)


# %% test
import unittest
from solution import Suppress


class Own(Exception):
    pass


class SuppressTest(unittest.TestCase):
    def test_nothing(self):
        with Suppress(ValueError) as manager:
            self.assertIsInstance(manager, Suppress)
        self.assertIsNone(manager.seen)

    def test_swallowed(self):
        with Suppress(ValueError) as manager:
            raise ValueError("x")
        self.assertEqual(manager.seen, ("ValueError", "x"))

    def test_passed_on(self):
        error = KeyError("k")
        with self.assertRaises(KeyError) as caught:
            with Suppress(ValueError) as manager:
                raise error
        self.assertIs(caught.exception, error)
        self.assertEqual(manager.seen[0], "KeyError")

    def test_class_of_the_test(self):
        with Suppress(Own) as manager:
            raise Own("mine")
        self.assertEqual(manager.seen, ("Own", "mine"))


# %% wrong
Suppress.__exit__ = lambda self, kind, error, trace: True
