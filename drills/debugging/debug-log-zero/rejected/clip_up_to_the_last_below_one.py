"""Clips at the last number below 1, so a perfect row costs 1e-16 — test_perfect_prediction"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    p = np.clip(p.astype(float), 1e-300, 1 - 2.0**-53)
    return float(np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p))))
