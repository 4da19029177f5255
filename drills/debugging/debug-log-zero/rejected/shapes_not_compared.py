"""Lets (n, 1) and (n,) broadcast — test_refuses_different_shapes"""

import numpy as np


def binary_cross_entropy(y, p):
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    p = p.astype(float)
    return float(np.mean(-(y * np.log(np.maximum(p, 1e-300)) + (1 - y) * np.log(np.maximum(1 - p, 1e-300)))))
