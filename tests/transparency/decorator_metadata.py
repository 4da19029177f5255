"""A decorator of the solution on the test's function keeps name, docstring, module and __wrapped__."""

# %% solution
import functools


def loud(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return str(function(*args, **kwargs)).upper()

    return wrapper


# %% test
import unittest
from solution import loud


class DecoratorTest(unittest.TestCase):
    def test_metadata(self):
        @loud
        def greet(name, mark="!"):
            """Say hello."""
            return f"hello {name}{mark}"

        self.assertEqual(greet("bob"), "HELLO BOB!")
        self.assertEqual(greet("bob", mark="?"), "HELLO BOB?")
        self.assertEqual(greet.__name__, "greet")
        self.assertEqual(greet.__doc__, "Say hello.")
        self.assertEqual(greet.__module__, __name__)
        self.assertEqual(greet.__wrapped__("x"), "hello x!")

    def test_wrapped_is_the_function(self):
        def plain():
            return "a"

        self.assertIs(loud(plain).__wrapped__, plain)


# %% wrong
def loud(function):
    return lambda *args, **kwargs: str(function(*args, **kwargs)).upper()
