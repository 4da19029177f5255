"""Only takes a smaller rate, from the largest entry, and the same number of steps — test_area_and_rooms"""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    n, d = X.shape
    mean, std = X.mean(axis=0), X.std(axis=0)
    mean, std = np.zeros(d), np.ones(d)
    Z, lr = X.astype(float), min(lr, 0.25 / (1 + np.square(X.astype(float)).sum(axis=1).max()))
    v, c = np.zeros(d), 0.0
    for _ in range(n_iter):
        error = Z @ v + c - y
        v, c = v - lr * 2 / n * Z.T @ error, c - lr * 2 * error.mean()
    weights = v / std
    return weights, c - mean @ weights
