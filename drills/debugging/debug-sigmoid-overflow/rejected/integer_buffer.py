"""Writes into a buffer of the argument's type, which cuts fractions for integers — test_integers"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    result = np.zeros_like(z)
    wide = z.astype(np.float64)
    result[...] = np.exp(np.minimum(wide, 0)) / (1 + np.exp(-np.abs(wide)))
    return result
