"""Memoising, counting and retrying decorators call the test's function as often as they should."""

# %% solution
import functools


def memoize(function):
    cache = {}

    @functools.wraps(function)
    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    return wrapper


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


# %% test
from solution import CountCalls, memoize


def test_memoize():
    seen = []

    @memoize
    def square(x):
        seen.append(x)
        return x * x

    assert [square(3), square(3), square(4)] == [9, 9, 16]
    assert seen == [3, 4]


def test_recursive():
    @memoize
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    assert fib(30) == 832040


def test_class_decorator():
    @CountCalls
    def add(a, b):
        return a + b

    assert add(1, 2) == 3
    assert add(3, 4) == 7
    assert add.calls == 2
    assert add.__name__ == "add"


# %% wrong
def memoize(function):
    return function
