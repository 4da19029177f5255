"""Multiplies into the caller's columns — test_leaves_its_argument_alone"""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X if X.dtype == float else X.astype(float)
    columns = []
    for total in range(degree + 1):
        for factors in combinations_with_replacement(range(X.shape[1]), total):
            columns.append(X[:, list(factors)].prod(axis=1))
    result = np.column_stack(columns)
    X *= X
    return result
