"""One comparison of shapes, then vectors and an error of the other sign."""

import numpy as np


def fit_line(x, y, lr=0.1, n_epochs=500):
    if {x.shape, y.shape} - {(x.size,), (x.size, 1)}:
        raise ValueError("x and y must be (n,) or (n, 1), with the same n")
    x, y = np.float64(x).flatten(), np.float64(y).flatten()
    slope = intercept = 0.0
    losses = []
    for _ in range(n_epochs):
        error = y - slope * x - intercept
        losses.append(np.dot(error, error) / error.size)
        slope, intercept = slope + 2 * lr * np.dot(error, x) / x.size, intercept + 2 * lr * error.mean()
    return slope, intercept, losses
