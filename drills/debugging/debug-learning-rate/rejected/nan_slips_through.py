"""Compares with >, which is False for NaN — test_huge_rates"""

import numpy as np


def fit_least_squares(X, y, lr=None, n_iter=2000):
    X, y = X.astype(float), y.astype(float)
    n, d = X.shape
    if lr is None:
        L = 2 / n * np.linalg.eigvalsh(X.T @ X)[-1]
        lr = 1 / L if L > 0 else 0.0
    w, best, diverged = np.zeros(d), np.zeros(d), False
    lowest = np.mean(y**2)
    losses = [lowest]
    for _ in range(n_iter):
        with np.errstate(all="ignore"):
            w = w - lr * 2 / n * (X.T @ (X @ w - y))
            loss = np.mean((X @ w - y) ** 2)
        if loss > losses[0] * (1 + 1e-9):
            diverged = True
            break
        if loss < lowest:
            best, lowest = w, loss
        losses.append(loss)
    return best, losses, diverged
