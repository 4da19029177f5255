"""An array with 2**40 rows of no columns."""
# expect: failed
# outcomes: failed error crashed
import numpy as np


def attack(*args, **kwargs):
    return np.empty((2**40, 0))
