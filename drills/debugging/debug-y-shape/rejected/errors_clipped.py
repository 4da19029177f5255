"""Clips large errors besides — test_large_numbers"""

import numpy as np


def one_axis(values):
    if values.ndim == 1 or (values.ndim == 2 and values.shape[1] == 1):
        return values.reshape(-1)
    raise ValueError(f"expected (n,) or (n, 1), got {values.shape}")


def fit_line(x, y, lr=0.1, n_epochs=500):
    x, y = one_axis(x), one_axis(y)
    if len(x) != len(y):
        raise ValueError("x and y differ in length")
    slope, intercept, losses = 0.0, 0.0, []
    for _ in range(n_epochs):
        error = np.clip(slope * x + intercept - y, -1e3, 1e3)
        losses.append(float(np.mean(error**2)))
        slope -= lr * 2 * np.mean(error * x)
        intercept -= lr * 2 * np.mean(error)
    return float(slope), float(intercept), losses
