"""Linear regression, by descent and in closed form."""

import numpy as np


class LinearRegression:
    """Least squares with intercept: .weights (d,) and .bias."""

    def __init__(self, lr: float = 0.01, n_iter: int = 1000) -> None:
        self.lr = lr
        self.n_iter = n_iter
        self.weights: np.ndarray | None = None

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LinearRegression":
        _check(X, y)
        n, d = X.shape
        w, b = np.zeros(d), 0.0  # w is float64, so r and all products are, also for an integer X
        for _ in range(self.n_iter):
            r = X @ w + b - y  # once a step: both updates use it
            w = w - self.lr * 2 / n * (X.T @ r)
            b = b - self.lr * 2 * r.mean()
        self.weights, self.bias = w, float(b)
        return self

    def fit_closed_form(self, X: np.ndarray, y: np.ndarray) -> "LinearRegression":
        _check(X, y)
        # Centring takes the intercept out of the problem; lstsq works on X itself, not on XᵀX,
        # and gives the solution of smallest norm where there are many.
        x_mean, y_mean = X.mean(axis=0), y.mean()
        self.weights = np.linalg.lstsq(X - x_mean, y - y_mean, rcond=None)[0]
        self.bias = float(y_mean - x_mean @ self.weights)
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        if self.weights is None:
            raise RuntimeError("the model is not fitted: call fit or fit_closed_form first")
        return X @ self.weights + self.bias


def _check(X: np.ndarray, y: np.ndarray) -> None:
    """ValueError unless there is one target for each row."""
    if y.ndim != 1 or len(X) != len(y):
        raise ValueError(f"y must have shape ({len(X)},), got {y.shape}")
