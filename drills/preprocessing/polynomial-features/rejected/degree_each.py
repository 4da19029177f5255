"""Every exponent up to degree, not their sum — test_number_of_columns"""

from itertools import product

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    X = X.astype(float)
    columns = []
    for powers in sorted(product(range(degree + 1), repeat=X.shape[1]), key=lambda e: (sum(e), [-k for k in e])):
        columns.append((X ** np.array(powers)).prod(axis=1))
    return np.column_stack(columns)
