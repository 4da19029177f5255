"""Keeps the mean in the integer type of X — test_integers"""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    n, d = X.shape
    mean, std = X.mean(axis=0).astype(X.dtype).astype(float), X.std(axis=0)
    std[X.max(axis=0) == X.min(axis=0)] = 1.0
    Z = (X - mean) / std
    v, c = np.zeros(d), 0.0
    for _ in range(n_iter):
        error = Z @ v + c - y
        v, c = v - lr * 2 / n * Z.T @ error, c - lr * 2 * error.mean()
    weights = v / std
    return weights, c - mean @ weights
