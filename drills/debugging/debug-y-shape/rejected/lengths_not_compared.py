"""Never compares the lengths, so a single number is stretched — test_refuses_different_lengths"""

import numpy as np


def flat(values):
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    if values.ndim != 1:
        raise ValueError(f"expected (n,) or (n, 1), got {values.shape}")
    return values


def fit_line(x, y, lr=0.1, n_epochs=500):
    x, y = flat(x), flat(y)
    slope, intercept, losses = 0.0, 0.0, []
    for _ in range(n_epochs):
        error = slope * x + intercept - y
        losses.append(float(np.mean(error**2)))
        slope -= lr * 2 * np.mean(error * x)
        intercept -= lr * 2 * np.mean(error)
    return float(slope), float(intercept), losses
