"""Dictionary order over all degrees: 1, x1, x1², x1x2, x2, x2² — test_two_features_degree_two"""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(float)
    columns = []
    for total in range(degree + 1):
        for factors in combinations_with_replacement(range(X.shape[1]), total):
            columns.append(X[:, list(factors)].prod(axis=1))
    n, d = X.shape
    names = [f for total in range(degree + 1) for f in combinations_with_replacement(range(d), total)]
    columns = [columns[names.index(f)] for f in sorted(names)]
    return np.column_stack(columns)
