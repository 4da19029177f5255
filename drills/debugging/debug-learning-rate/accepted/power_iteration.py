"""The largest eigenvalue by power iteration, with a margin; losses as an array of fixed size, cut at the end."""

import numpy as np


def _largest(X):
    v = np.random.default_rng(0).normal(size=X.shape[1])
    for _ in range(60):
        u = X.T @ (X @ v)
        norm = np.linalg.norm(u)
        if norm == 0:
            break
        v = u / norm
    return norm


def fit_least_squares(X, y, lr=None, n_iter=2000):
    y = y.astype(float)
    n = y.size
    if lr is None:
        top = _largest(X)
        lr = 0.0 if top == 0 else 0.45 * n / top
    losses, W = np.full(n_iter + 1, np.inf), np.zeros(X.shape[1])
    losses[0] = np.mean(y**2)
    best = (losses[0], W)
    with np.errstate(all="ignore"):
        for t in range(1, n_iter + 1):
            W = W - lr * 2 / n * X.T.dot(X.dot(W) - y)
            value = np.mean(np.square(X.dot(W) - y))
            if not value <= losses[0] * (1 + 1e-9):
                return best[1], losses[:t], np.True_
            losses[t] = value
            best = min(best, (value, W), key=lambda pair: pair[0])
    return best[1], losses, np.False_
