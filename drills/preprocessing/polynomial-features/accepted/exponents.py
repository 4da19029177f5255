"""Exponent vectors sorted into the asked order, one power product for all columns."""

from itertools import product

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    n, d = X.shape
    exponents = [e for e in product(range(degree + 1), repeat=d) if sum(e) <= degree]
    exponents.sort(key=lambda e: (sum(e), [-k for k in e]))
    return np.power(X.astype(float)[:, None, :], np.array(exponents)[None]).prod(axis=2)
