"""Sums instead of averaging — test_mean_over_rows"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    p = p.astype(float)
    return float(np.sum(-(y * np.log(np.maximum(p, 1e-300)) + (1 - y) * np.log(np.maximum(1 - p, 1e-300)))))
