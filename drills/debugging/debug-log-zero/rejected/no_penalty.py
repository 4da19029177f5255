"""Counts an impossible row as 0 — test_one_at_probability_zero"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    inside = (p > 0) & (p < 1)
    q = np.where(inside, p.astype(float), 0.5)
    return float(np.mean(np.where(inside, -(y * np.log(q) + (1 - y) * np.log(1 - q)), 0.0)))
