"""Chooses one log by y == 1, which breaks soft targets — test_soft_targets"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    p = p.astype(float)
    return float(np.mean(-np.log(np.maximum(np.where(y == 1, p, 1 - p), 1e-300))))
