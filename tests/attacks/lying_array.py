"""An array subclass that lies about its shape and dtype and is equal to everything."""
# expect: failed
# outcomes: failed
import numpy as np


class Lying(np.ndarray):
    shape = property(lambda self: (3, 3))
    dtype = property(lambda self: np.dtype(float))

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.True_

    def __array_function__(self, func, types, args, kwargs):
        return True

    def __array_finalize__(self, parent):
        return None

    def __eq__(self, other):
        return np.ones(3, dtype=bool)

    def all(self, *args, **kwargs):
        return True

    def tolist(self):
        return [1.0]


def attack(*args, **kwargs):
    return np.zeros(3).view(Lying)
