"""Guards with numbers that float32 does not have — test_float32_ends"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    p = np.clip(p, p.dtype.type(1e-300), None)
    return float(np.mean(-(y * np.log(p) + (1 - y) * np.log(np.maximum(1 - p, p.dtype.type(1e-300))))))
