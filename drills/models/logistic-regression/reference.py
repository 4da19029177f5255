"""Logistic regression by gradient descent."""

import numpy as np


class LogisticRegression:
    """Binary classifier: .weights (d,) and .bias, fitted on mean cross-entropy + l2/2 · ‖w‖²."""

    def __init__(self, lr: float = 0.1, n_iter: int = 1000, l2: float = 0.0) -> None:
        if l2 < 0:
            raise ValueError(f"l2 must not be negative, got {l2}")
        self.lr = lr
        self.n_iter = n_iter
        self.l2 = l2
        self.weights: np.ndarray | None = None  # set by fit, as is .bias

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LogisticRegression":
        _check(X, y)
        n, d = X.shape
        w, b = np.zeros(d), 0.0
        for _ in range(self.n_iter):
            error = _sigmoid(X @ w + b) - y  # p - y, once a step: both updates use it
            w = w - self.lr * (X.T @ error / n + self.l2 * w)
            b = b - self.lr * error.mean()
        self.weights, self.bias = w, float(b)
        return self

    def predict_proba(self, X: np.ndarray) -> np.ndarray:
        return _sigmoid(self._logits(X))

    def predict(self, X: np.ndarray, threshold: float = 0.5) -> np.ndarray:
        return (self.predict_proba(X) >= threshold).astype(int)

    def loss(self, X: np.ndarray, y: np.ndarray) -> float:
        _check(X, y)
        z = self._logits(X)
        # -log p = log(1 + e^-z) and -log(1 - p) = log(1 + e^z): no probability is formed, none can round to 0 or 1.
        return float(np.logaddexp(0.0, np.where(y == 1, -z, z)).mean())

    def _logits(self, X: np.ndarray) -> np.ndarray:
        if self.weights is None:
            raise RuntimeError("the model is not fitted: call fit first")
        return X @ self.weights + self.bias


def _sigmoid(z: np.ndarray) -> np.ndarray:
    e = np.exp(-np.abs(z))  # the exponent is never positive: no overflow
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def _check(X: np.ndarray, y: np.ndarray) -> None:
    """Refuse rows and labels that do not fit together, and labels other than 0 and 1."""
    if y.shape != (len(X),):
        raise ValueError(f"y must have shape ({len(X)},), got {y.shape}")
    if not np.isin(y, (0, 1)).all():  # NaN is not in it either
        raise ValueError("y must hold only 0 and 1")
