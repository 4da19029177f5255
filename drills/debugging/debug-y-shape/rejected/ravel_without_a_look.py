"""Flattens whatever comes and compares the lengths — test_refuses_a_row"""

import numpy as np


def fit_line(x, y, lr=0.1, n_epochs=500):
    x, y = x.ravel(), y.ravel()
    if len(x) != len(y):
        raise ValueError("lengths differ")
    slope, intercept, losses = 0.0, 0.0, []
    for _ in range(n_epochs):
        error = slope * x + intercept - y
        losses.append(float(np.mean(error**2)))
        slope -= lr * 2 * np.mean(error * x)
        intercept -= lr * 2 * np.mean(error)
    return float(slope), float(intercept), losses
