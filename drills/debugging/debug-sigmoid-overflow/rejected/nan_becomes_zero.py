"""Cleans up with nan_to_num, so that NaN becomes 0 — test_nan"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    return np.nan_to_num(np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z))))
