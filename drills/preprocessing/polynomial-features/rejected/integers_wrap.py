"""Multiplies in the integers' own type — test_integers_do_not_overflow"""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    columns = []
    for total in range(degree + 1):
        for factors in combinations_with_replacement(range(X.shape[1]), total):
            columns.append(X[:, list(factors)].prod(axis=1, dtype=X.dtype))
    return np.column_stack(columns).astype(float)
