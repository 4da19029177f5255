"""log(p + 1e-15) changes every value — test_hard_targets"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    p = p.astype(float)
    return float(np.mean(-(y * np.log(p + 1e-15) + (1 - y) * np.log(1 - p + 1e-15))))
