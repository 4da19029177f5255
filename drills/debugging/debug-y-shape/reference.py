"""A straight line by gradient descent."""

import numpy as np


def fit_line(x, y, lr=0.1, n_epochs=500):
    """Slope, intercept and the loss before each update; x and y are (n,) or (n, 1) each, other shapes raise ValueError."""
    # One shape for both, at the border: (n,) against (n, 1) would broadcast to n x n.
    x, y = as_vector(x, "x"), as_vector(y, "y")
    if len(x) != len(y):
        raise ValueError(f"x holds {len(x)} numbers, y {len(y)}")
    slope, intercept, losses = 0.0, 0.0, []
    for _ in range(n_epochs):
        error = slope * x + intercept - y
        losses.append(float(np.mean(error**2)))
        slope -= lr * 2 * np.mean(error * x)
        intercept -= lr * 2 * np.mean(error)
    return float(slope), float(intercept), losses


def as_vector(values, name):
    if values.ndim == 1 or (values.ndim == 2 and values.shape[1] == 1):
        return values.reshape(-1)
    raise ValueError(f"{name}: expected (n,) or (n, 1), got {values.shape}")
