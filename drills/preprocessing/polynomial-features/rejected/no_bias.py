"""Leaves the column of ones out — test_bias_column"""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(float)
    columns = []
    for total in range(1, degree + 1) if degree else range(1):
        for factors in combinations_with_replacement(range(X.shape[1]), total):
            columns.append(X[:, list(factors)].prod(axis=1))
    return np.column_stack(columns)
