"""Floors at the smallest normal number of p's own type."""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("p must lie in [0, 1]")
    floor = np.finfo(p.dtype).tiny
    return np.mean(-y.astype(float) * np.log(np.maximum(p, floor)) - (1.0 - y) * np.log(np.maximum(1 - p, floor)))
