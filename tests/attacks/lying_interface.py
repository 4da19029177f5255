"""Objects that pose as arrays through __array__, __array_interface__ and the buffer protocol."""
# expect: failed
# outcomes: failed
import numpy as np


class Posing:
    __array_priority__ = 1e9
    __array_interface__ = {"shape": (3,), "typestr": "<f8", "data": (8, False), "version": 3}

    def __array__(self, *args, **kwargs):
        return np.full(3, 1 / 3)

    def __array_function__(self, *args):
        return True


def attack(*args, **kwargs):
    return Posing()
