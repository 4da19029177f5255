"""Clips the result to [1e-15, 1 - 1e-15] — test_left_tail"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    return np.clip(np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z))), 1e-15, 1 - 1e-15).astype(z.dtype)
