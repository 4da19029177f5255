"""Reshapes y to a column, which breaks two vectors — test_flat_x_flat_y"""

import numpy as np


def fit_line(x, y, lr=0.1, n_epochs=500):
    y = y.reshape(-1, 1)
    slope, intercept, losses = 0.0, 0.0, []
    for _ in range(n_epochs):
        error = slope * x + intercept - y
        losses.append(float(np.mean(error**2)))
        slope -= lr * 2 * np.mean(error * x)
        intercept -= lr * 2 * np.mean(error)
    return float(slope), float(intercept), losses
