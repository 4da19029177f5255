"""Interactions without powers — test_every_monomial_once"""

from itertools import combinations

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(float)
    columns = []
    for total in range(degree + 1):
        for factors in combinations(range(X.shape[1]), total):
            columns.append(X[:, list(factors)].prod(axis=1))
    return np.column_stack(columns)
