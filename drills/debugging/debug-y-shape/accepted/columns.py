"""Brings both to columns."""

import numpy as np


def fit_line(x, y, lr=0.1, n_epochs=500):
    for values in (x, y):
        if values.ndim not in (1, 2) or values.shape[1:] not in ((), (1,)):
            raise ValueError("x and y must be (n,) or (n, 1)")
    x, y = x.reshape(-1, 1), y.reshape(-1, 1)
    if x.shape != y.shape:
        raise ValueError("x and y differ in length")
    A = np.hstack([x, np.ones_like(x)])
    theta, losses = np.zeros((2, 1)), np.empty(n_epochs)
    for t in range(n_epochs):
        error = A @ theta - y
        losses[t] = np.mean(error**2)
        theta -= lr * 2 / len(x) * (A.T @ error)
    return theta[0, 0], theta[1, 0], losses
