"""Within a degree ordered by the last factor: 11, 12, 22, 13, 23, 33 — test_order_of_three_features"""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(float)
    columns = []
    for total in range(degree + 1):
        for factors in sorted(combinations_with_replacement(range(X.shape[1]), total), key=lambda f: f[::-1]):
            columns.append(X[:, list(factors)].prod(axis=1))
    return np.column_stack(columns)
