"""x1·x2 and x2·x1 — test_every_monomial_once"""

from itertools import product

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(float)
    columns = []
    for total in range(degree + 1):
        for factors in product(range(X.shape[1]), repeat=total):
            columns.append(X[:, list(factors)].prod(axis=1))
    return np.column_stack(columns)
