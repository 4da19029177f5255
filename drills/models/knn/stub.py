"""k nearest neighbours."""

import numpy as np


class KNN:
    """Majority of the k nearest training rows, plain or weighted by 1/distance."""

    def __init__(self, k: int = 5, weights: str = "uniform") -> None:
        raise NotImplementedError

    def fit(self, X: np.ndarray, y: np.ndarray) -> "KNN":
        """Keep the training rows X (n, d) and their labels y (n,)."""
        raise NotImplementedError

    def predict(self, X: np.ndarray) -> np.ndarray:
        """The winning label of each query, shape (m,), in the dtype of y."""
        raise NotImplementedError
