"""Logistic regression by gradient descent."""

import numpy as np


class LogisticRegression:
    """Binary classifier: .weights (d,) and .bias, fitted on mean cross-entropy + l2/2 · ‖w‖²."""

    def __init__(self, lr: float = 0.1, n_iter: int = 1000, l2: float = 0.0) -> None:
        raise NotImplementedError

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LogisticRegression":
        """n_iter full-batch steps from zeros; X (n, d), y (n,) of 0 and 1."""
        raise NotImplementedError

    def predict_proba(self, X: np.ndarray) -> np.ndarray:
        """Probability of class 1, shape (n,)."""
        raise NotImplementedError

    def predict(self, X: np.ndarray, threshold: float = 0.5) -> np.ndarray:
        """1 where the probability is at least the threshold, else 0; shape (n,)."""
        raise NotImplementedError

    def loss(self, X: np.ndarray, y: np.ndarray) -> float:
        """Mean cross-entropy, without the penalty."""
        raise NotImplementedError
