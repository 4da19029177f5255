"""Instances with __call__, partials, bound methods and lru_cache functions."""

# %% solution
import functools


class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = coefficients

    def __call__(self, x):
        return sum(c * x**i for i, c in enumerate(self.coefficients))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def power(exponent):
    return functools.partial(pow, exp=exponent)


# %% test
from solution import Polynomial, fib, power


def test_call():
    p = Polynomial(1, 0, 2)
    assert p(3) == 19
    assert callable(p)
    assert list(map(p, [0, 1])) == [1, 3]


def test_bound_method():
    show = Polynomial(1, 2).__call__
    assert show(1) == 3


def test_cache():
    assert fib(50) == 12586269025
    assert fib.cache_info().misses == 51
    fib.cache_clear()
    assert fib.cache_info().currsize == 0


def test_partial():
    assert power(2)(5) == 25


# %% wrong
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


# %% wrong
Polynomial.__call__ = lambda self, x: sum(c * x for c in self.coefficients)
