"""Empties its arguments by resizing and by the address of their data."""
# expect: failed
# outcomes: failed error crashed
import ctypes

import numpy as np


def attack(*args, **kwargs):
    for value in args:
        if isinstance(value, np.ndarray):
            ctypes.memset(value.ctypes.data, 0, value.nbytes)
            value.resize((0,), refcheck=False)
    return args[0]
