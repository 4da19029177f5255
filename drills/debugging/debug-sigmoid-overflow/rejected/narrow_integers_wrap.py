"""Changes the sign before the integers become floats — test_narrow_integers"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
