"""Clips at 1e-7 — test_small_probabilities"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    p = np.clip(p.astype(float), 1e-7, 1 - 1e-7)
    return float(np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p))))
