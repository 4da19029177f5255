"""Least squares by gradient descent."""

import numpy as np


def fit_least_squares(
    X: np.ndarray, y: np.ndarray, lr: float | None = None, n_iter: int = 2000
) -> tuple[np.ndarray, list[float], bool]:
    """(weights, losses, diverged) of gradient descent from 0 on mean((X @ w - y)**2); X (n, d), y (n,)."""
    y = y.astype(np.float64)  # squares of int8 wrap
    n, d = X.shape
    if lr is None:
        # The gradient changes by at most L for a unit of distance; up to 2/L descent is stable, at 1/L no direction overshoots.
        L = 2 / n * np.linalg.norm(X, 2) ** 2  # the largest singular value squared is the largest eigenvalue of X'X
        lr = 1 / L if L > 0 else 0.0

    weights = best = np.zeros(d)
    lowest = float(np.mean(y**2))
    losses = [lowest]
    for _ in range(n_iter):
        with np.errstate(over="ignore", invalid="ignore"):  # what overflows here is found by the next comparison
            weights = weights - lr * 2 / n * (X.T @ (X @ weights - y))
            loss = float(np.mean((X @ weights - y) ** 2))
        if not loss <= losses[0] * (1 + 1e-9):  # true for NaN as well
            return best, losses, True
        losses.append(loss)
        if loss < lowest:
            best, lowest = weights, loss
    return best, losses, False
