"""A recursive generator of factor tuples that fills an array prepared in advance."""

from math import comb

import numpy as np


def _factors(total, first, d):
    if total == 0:
        yield ()
        return
    for j in range(first, d):
        for rest in _factors(total - 1, j, d):
            yield (j,) + rest


def polynomial_features(X, degree=2):
    n, d = X.shape
    result = np.ones((n, comb(d + degree, degree)))  # comb refuses a negative degree with a ValueError
    column = 0
    for total in range(degree + 1):
        for factors in _factors(total, 0, d):
            for j in factors:
                result[:, column] *= X[:, j]
            column += 1
    return result
