"""Replaces NaN and inf by numbers — test_huge_rates"""

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
        w, loss = np.nan_to_num(w), np.nan_to_num(loss)
        diverged = diverged or bool(loss > losses[0])
        if loss < lowest:
            best, lowest = w, loss
        losses.append(loss)
    return best, losses, diverged
