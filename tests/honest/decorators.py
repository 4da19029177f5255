"""Decorators, with and without wraps, a cache and a context manager."""
# drill: softmax
import contextlib
import functools
import time

import numpy as np

timings = []


@contextlib.contextmanager
def timed():
    began = time.perf_counter()
    try:
        yield
    finally:
        timings.append(time.perf_counter() - began)


def with_floats(function):
    @functools.wraps(function)
    def inner(z, *args, **kwargs):
        z = np.asarray(z)
        with timed():
            return function(z if z.dtype.kind == "f" else z.astype(float), *args, **kwargs)

    return inner


@functools.lru_cache(maxsize=None)
def axis_of_rows():
    return -1


@with_floats
def softmax(z):
    axis = axis_of_rows()
    e = np.exp(z - np.max(z, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)
