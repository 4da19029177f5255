"""exp of sums of logarithms — test_zeros_and_negatives"""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(float)
    columns = []
    for total in range(degree + 1):
        for factors in combinations_with_replacement(range(X.shape[1]), total):
            columns.append(np.exp(np.log(np.abs(X[:, list(factors)]) + 1e-300).sum(axis=1)))
    return np.column_stack(columns)
