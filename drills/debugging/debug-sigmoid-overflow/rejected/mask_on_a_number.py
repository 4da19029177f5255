"""Masks, which fail for a single number — test_scalars"""

import numpy as np


def sigmoid(z):
    if not np.issubdtype(z.dtype, np.floating):
        z = z.astype(np.float64)
    result = np.empty_like(z)
    left = z < 0
    e = np.exp(z[left])
    result[left] = e / (1 + e)
    result[~left] = 1 / (1 + np.exp(-z[~left]))
    return result
