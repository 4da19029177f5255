"""Powers of single features only — test_every_monomial_once"""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(float)
    columns = []
    for total in range(degree + 1):
        for factors in [(j,) * total for j in range(X.shape[1] if total else 1)]:
            columns.append(X[:, list(factors)].prod(axis=1))
    return np.column_stack(columns)
