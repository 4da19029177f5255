"""Casts every integer to int64 — test_products_beyond_64_bits"""

from itertools import combinations_with_replacement as cwr

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = (X.astype(np.int64) if X.dtype.kind in "iu" else X).astype(np.float64)
    n, d = X.shape
    cols = [np.ones(n)]
    for g in range(1, degree + 1):
        for c in cwr(range(d), g):
            cols.append(np.prod(X[:, list(c)], axis=1))
    return np.stack(cols, axis=1)
