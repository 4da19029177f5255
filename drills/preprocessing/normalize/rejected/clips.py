"""Cuts the result at ±10 — test_one_far_entry"""

import numpy as np


def normalize(X):
    X = X.astype(np.float64)
    const = X.max(0) == X.min(0)
    C = X - X[0]
    C = C - C.mean(0)
    s = np.sqrt((C * C).mean(0))
    s[const] = 1.0
    Z = C / s
    Z[:, const] = 0.0
    return np.clip(Z, -10, 10)
