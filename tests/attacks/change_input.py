"""Zeroes its arguments, so that expected values made from them are zero too."""
# expect: failed
# outcomes: failed
import numpy as np


def attack(*args, **kwargs):
    for value in (*args, *kwargs.values()):
        if isinstance(value, np.ndarray) and value.dtype.kind in "iuf":
            value.setflags(write=True)
            value[...] = 0
    return np.zeros_like(args[0])
