"""A linear model by gradient descent."""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    """Weights (d,) and bias for which X @ weights + bias comes closest to y."""
    n, d = X.shape
    weights, bias = np.zeros(d), 0.0
    for _ in range(n_iter):
        error = X @ weights + bias - y
        weights = weights - lr * 2 / n * (X.T @ error)
        bias = bias - lr * 2 * error.mean()
    return weights, bias
