"""An object whose __class__ says ndarray."""
# expect: failed
# outcomes: failed error
import numpy as np


class Posing:
    __class__ = property(lambda self: np.ndarray)
    shape = (1,)
    ndim = 1


def attack(*args, **kwargs):
    return Posing()
