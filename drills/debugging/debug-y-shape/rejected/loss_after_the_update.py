"""Records the loss after the update — test_first_loss"""

import numpy as np


def flat(values):
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    if values.ndim != 1:
        raise ValueError(f"expected (n,) or (n, 1), got {values.shape}")
    return values


def fit_line(x, y, lr=0.1, n_epochs=500):
    x, y = flat(x), flat(y)
    if len(x) != len(y):
        raise ValueError("lengths differ")
    slope, intercept, losses = 0.0, 0.0, []
    for _ in range(n_epochs):
        error = slope * x + intercept - y
        slope -= lr * 2 * np.mean(error * x)
        intercept -= lr * 2 * np.mean(error)
        losses.append(float(np.mean((slope * x + intercept - y) ** 2)))
    return float(slope), float(intercept), losses
