"""Gives integers for integers — test_integers_give_floats"""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X if X.dtype.kind == "f" else X.astype(np.int64)
    columns = []
    for total in range(degree + 1):
        for factors in combinations_with_replacement(range(X.shape[1]), total):
            columns.append(X[:, list(factors)].prod(axis=1))
    return np.column_stack(columns)
