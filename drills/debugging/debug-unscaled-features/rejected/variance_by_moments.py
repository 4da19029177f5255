"""Takes the variance as mean of squares minus square of the mean — test_columns_far_from_zero"""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    n, d = X.shape
    mean = X.mean(axis=0)
    std = np.sqrt(np.abs((X.astype(float) ** 2).mean(axis=0) - mean**2))
    std[std == 0] = 1.0
    Z = (X - mean) / std
    v, c = np.zeros(d), 0.0
    for _ in range(n_iter):
        error = Z @ v + c - y
        v, c = v - lr * 2 / n * Z.T @ error, c - lr * 2 * error.mean()
    weights = v / std
    return weights, c - mean @ weights
