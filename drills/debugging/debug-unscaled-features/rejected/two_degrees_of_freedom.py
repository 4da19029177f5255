"""Divides by n - 2 in the standard deviation, which is 0 / 0 for two rows — test_least_squares"""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    X, y = X.astype(float), y.astype(float)
    n, d = X.shape
    mean, std = X.mean(axis=0), X.std(axis=0, ddof=2)
    constant = (X == X[0]).all(axis=0)
    Z = np.where(constant, 0.0, X - mean) / np.where(constant, 1.0, std)
    weights, bias = np.zeros(d), 0.0
    for _ in range(n_iter):
        error = Z @ weights + bias - y
        weights = weights - lr * 2 / n * (Z.T @ error)
        bias = bias - lr * 2 * error.mean()
    weights = np.where(constant, 0.0, weights / np.where(constant, 1.0, std))
    return weights, bias - mean @ weights
