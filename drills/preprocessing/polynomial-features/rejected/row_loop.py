"""A Python loop over the rows — test_no_loop_over_rows"""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(float)
    columns = []
    for total in range(degree + 1):
        for factors in combinations_with_replacement(range(X.shape[1]), total):
            columns.append([np.prod(row[list(factors)]) for row in X])
    return np.column_stack(columns)
