"""Linear regression by mini-batch descent."""

import numpy as np


class LinearRegressionMiniBatch:
    """Least squares with intercept: .weights (d,), .bias, and .loss_history with one entry an epoch."""

    def __init__(self, lr: float = 0.01, n_iter: int = 100, batch_size: int = 32, seed: int = 0) -> None:
        raise NotImplementedError

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LinearRegressionMiniBatch":
        """n_iter epochs from zeros; X (n, d), y (n,)."""
        raise NotImplementedError

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X w + b, shape (n,)."""
        raise NotImplementedError
