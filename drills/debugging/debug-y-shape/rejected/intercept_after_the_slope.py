"""Takes the step of the intercept at a slope that has already moved — test_flat_x_flat_y"""

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
        losses.append(float(np.mean((slope * x + intercept - y) ** 2)))
        slope -= lr * 2 * np.mean((slope * x + intercept - y) * x)
        intercept -= lr * 2 * np.mean(slope * x + intercept - y)
    return float(slope), float(intercept), losses
