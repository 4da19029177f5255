"""Refuses (n, 1) — test_column_x_column_y"""

import numpy as np


def fit_line(x, y, lr=0.1, n_epochs=500):
    if x.ndim != 1 or x.shape != y.shape:
        raise ValueError("x and y must be (n,)")
    slope, intercept, losses = 0.0, 0.0, []
    for _ in range(n_epochs):
        error = slope * x + intercept - y
        losses.append(float(np.mean(error**2)))
        slope -= lr * 2 * np.mean(error * x)
        intercept -= lr * 2 * np.mean(error)
    return float(slope), float(intercept), losses
