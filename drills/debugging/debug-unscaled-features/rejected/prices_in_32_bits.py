"""Takes whole prices as 32-bit integers, where large ones wrap — test_integers"""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    y = y.astype(np.int32) if y.dtype.kind in "iu" else y
    X, y = X.astype(float), y.astype(float)
    n, d = X.shape
    mean, std = X.mean(axis=0), X.std(axis=0)
    constant = (X == X[0]).all(axis=0)
    Z = np.where(constant, 0.0, X - mean) / np.where(constant, 1.0, std)
    weights, bias = np.zeros(d), 0.0
    for _ in range(n_iter):
        error = Z @ weights + bias - y
        weights = weights - lr * 2 / n * (Z.T @ error)
        bias = bias - lr * 2 * error.mean()
    weights = np.where(constant, 0.0, weights / np.where(constant, 1.0, std))
    return weights, bias - mean @ weights
