"""A linear model by gradient descent."""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    """Weights (d,) and bias for which X @ weights + bias comes closest to y."""
    mean, std = X.mean(axis=0), X.std(axis=0)
    std[X.max(axis=0) == X.min(axis=0)] = 1.0  # the computed std of a constant may be a residue, not 0
    Z = (X - mean) / std
    n, d = Z.shape
    weights, bias = np.zeros(d), 0.0
    for _ in range(n_iter):
        error = Z @ weights + bias - y
        weights = weights - lr * 2 / n * (Z.T @ error)
        bias = bias - lr * 2 * error.mean()
    # Z @ weights + bias = X @ (weights / std) + (bias - mean @ (weights / std))
    weights = weights / std
    return weights, bias - mean @ weights
