"""Standardises the rows in place of the columns — test_least_squares"""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    n, d = X.shape
    Z = (X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, keepdims=True) + 1e-12)
    mean, std = X.mean(axis=0), X.std(axis=0)
    v, c = np.zeros(d), 0.0
    for _ in range(n_iter):
        error = Z @ v + c - y
        v, c = v - lr * 2 / n * Z.T @ error, c - lr * 2 * error.mean()
    weights = v / std
    return weights, c - mean @ weights
