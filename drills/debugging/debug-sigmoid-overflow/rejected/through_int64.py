"""Casts to int64 first, where the largest uint64 is -1 — test_ends_of_wide_integers"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    if z.dtype.kind in "iu":
        z = z.astype(np.int64).astype(np.float64)
    elif z.dtype != np.float32:
        z = z.astype(np.float64)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))[()]
