"""Averages the n x n errors over an axis — test_flat_x_column_y"""

import numpy as np


def fit_line(x, y, lr=0.1, n_epochs=500):
    slope, intercept, losses = 0.0, 0.0, []
    for _ in range(n_epochs):
        error = slope * x + intercept - y
        if error.ndim == 2:
            error = error.mean(axis=0)
        losses.append(float(np.mean(error**2)))
        slope -= lr * 2 * np.mean(error * x)
        intercept -= lr * 2 * np.mean(error)
    return float(slope), float(intercept), losses
