"""Drops the rows with p of 0 or 1 — test_no_row_is_dropped"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    inside = (p > 0) & (p < 1)
    y, p = y[inside], p[inside].astype(float)
    return float(np.sum(-(y * np.log(p) + (1 - y) * np.log(1 - p))) / max(len(p), 1))
