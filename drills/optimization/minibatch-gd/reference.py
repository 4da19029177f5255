"""Linear regression by mini-batch descent."""

import numpy as np


class LinearRegressionMiniBatch:
    """Least squares with intercept: .weights (d,), .bias, and .loss_history with one entry an epoch."""

    def __init__(self, lr: float = 0.01, n_iter: int = 100, batch_size: int = 32, seed: int = 0) -> None:
        self.lr = lr
        self.n_iter = n_iter
        self.batch_size = batch_size
        self.seed = seed

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LinearRegressionMiniBatch":
        if y.shape != (len(X),):  # (n, 1) would make r an n x n matrix
            raise ValueError(f"y must have shape ({len(X)},), got {y.shape}")
        rng = np.random.default_rng(self.seed)
        w, b = np.zeros(X.shape[1]), 0.0  # w is float64, so r and all products are, also for an integer X
        self.loss_history = []
        for _ in range(self.n_iter):
            order = rng.permutation(len(X))
            for start in range(0, len(X), self.batch_size):
                rows = order[start : start + self.batch_size]  # the slice ends with the data
                r = X[rows] @ w + b - y[rows]
                w = w - self.lr * 2 / len(rows) * (X[rows].T @ r)
                b = b - self.lr * 2 * r.mean()
            self.loss_history.append(float(np.mean((X @ w + b - y) ** 2)))
        self.weights, self.bias = w, float(b)
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        return X @ self.weights + self.bias
