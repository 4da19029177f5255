"""Turns inf into 1.8e308 — test_one_at_probability_zero"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    with np.errstate(all="ignore"):
        losses = -(y * np.log(p) + (1 - y) * np.log(1 - p.astype(float)))
    return float(np.mean(np.nan_to_num(losses)))
