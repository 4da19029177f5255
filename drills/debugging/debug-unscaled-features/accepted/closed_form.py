"""Least squares in one call, with a column of ones."""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    A = np.column_stack([X, np.ones(len(X))])
    size = np.abs(A).max(axis=0)
    size[size == 0] = 1.0
    *weights, bias = np.linalg.lstsq(A / size, y, rcond=None)[0] / size
    return weights, bias
