"""Decorators with arguments, stacked, on methods of the test's classes."""

# %% solution
import functools


def repeat(times=2):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return [function(*args, **kwargs) for _ in range(times)]

        return wrapper

    return decorate


def tag(name):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return f"<{name}>{function(*args, **kwargs)}</{name}>"

        return wrapper

    return decorate


# %% test
from solution import repeat, tag


def test_arguments():
    @repeat(times=3)
    def one():
        return 1

    assert one() == [1, 1, 1]


def test_stacked():
    @tag("b")
    @tag("i")
    def word(text):
        return text

    assert word("hi") == "<b><i>hi</i></b>"


def test_method():
    class Greeter:
        name = "Ann"

        @tag("p")
        def greet(self, other):
            return f"{self.name} & {other}"

    assert Greeter().greet("Bob") == "<p>Ann & Bob</p>"


# %% wrong
def repeat(times=2):
    return lambda function: lambda *args, **kwargs: [function(*args, **kwargs)] * 2
