"""Looks for p below 0 or above 1, which NaN is not — test_refuses_nan"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape or (p < 0).any() or (p > 1).any():
        raise ValueError("bad shape or p")
    p = p.astype(float)
    return float(np.mean(-(y * np.log(np.maximum(p, 1e-300)) + (1 - y) * np.log(np.maximum(1 - p, 1e-300)))))
