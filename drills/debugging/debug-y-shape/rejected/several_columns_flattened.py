"""Refuses a row, takes (n, 2) as 2n numbers — test_refuses_several_columns"""

import numpy as np


def fit_line(x, y, lr=0.1, n_epochs=500):
    for values in (x, y):
        if values.ndim not in (1, 2) or (values.ndim == 2 and values.shape[0] == 1 and values.shape[1] > 1):
            raise ValueError("a row is no column")
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
