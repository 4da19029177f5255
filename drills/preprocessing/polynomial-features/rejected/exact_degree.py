"""Only the products of the highest degree — test_number_of_columns"""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(float)
    columns = []
    for total in [degree]:
        for factors in combinations_with_replacement(range(X.shape[1]), total):
            columns.append(X[:, list(factors)].prod(axis=1))
    return np.column_stack(columns)
