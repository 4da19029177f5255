"""A straight line by gradient descent."""

import numpy as np


def fit_line(x, y, lr=0.1, n_epochs=500):
    """Slope, intercept and the loss before each update; x and y are (n,) or (n, 1) each, other shapes raise ValueError."""
    slope, intercept, losses = 0.0, 0.0, []
    for _ in range(n_epochs):
        error = slope * x + intercept - y
        losses.append(float(np.mean(error**2)))
        slope -= lr * 2 * np.mean(error * x)
        intercept -= lr * 2 * np.mean(error)
    return float(slope), float(intercept), losses
