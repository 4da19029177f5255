"""Writes into an array of X's dtype — test_integers"""

import numpy as np


def normalize(X):
    result = np.zeros_like(X)
    for j in range(X.shape[1]):
        column = X[:, j].astype(float)
        if (column != column[0]).any():
            result[:, j] = (column - column.mean()) / column.std()
    return result.astype(float)
