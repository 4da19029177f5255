"""Repairs the logs afterwards, so the warning stays — test_no_warning"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    p = p.astype(float)
    return float(np.mean(-(y * np.maximum(np.log(p), -700) + (1 - y) * np.maximum(np.log(1 - p), -700))))
