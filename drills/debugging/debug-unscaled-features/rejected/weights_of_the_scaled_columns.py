"""Returns the weights and the bias of the scaled columns — test_area_and_rooms"""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    n, d = X.shape
    mean, std = X.mean(axis=0), X.std(axis=0)
    std = np.where(std > 0, std, 1.0)
    Z = (X - mean) / std
    v, c = np.zeros(d), 0.0
    for _ in range(n_iter):
        error = Z @ v + c - y
        v, c = v - lr * 2 / n * Z.T @ error, c - lr * 2 * error.mean()
    return v, c
