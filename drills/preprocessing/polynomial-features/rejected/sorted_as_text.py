"""Sorts the factors' numbers as text — test_order_of_eleven_features"""

from itertools import combinations_with_replacement as cwr

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(np.float64)
    n, d = X.shape
    cols = [np.ones(n)]
    for g in range(1, degree + 1):
        for c in sorted(cwr(range(d), g), key=lambda t: "".join(str(i + 1) for i in t)):
            cols.append(np.prod(X[:, list(c)], axis=1))
    return np.stack(cols, axis=1)
