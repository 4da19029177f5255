"""Casts every integer to int64 — test_narrow_integers"""

import numpy as np


def normalize(X):
    if X.dtype.kind in "iu":
        X = X.astype(np.int64)
    X = X.astype(np.float64)
    const = X.max(0) == X.min(0)
    C = X - X[0]
    C = C - C.mean(0)
    s = np.sqrt((C * C).mean(0))
    s[const] = 1.0
    Z = C / s
    Z[:, const] = 0.0
    return Z
