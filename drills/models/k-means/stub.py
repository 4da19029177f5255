"""k-means with k-means++."""

import numpy as np


def kmeans_plus_plus(X: np.ndarray, k: int, rng: np.random.Generator) -> np.ndarray:
    """k rows of X (n, d): the first uniform, the others by squared distance to the nearest so far."""
    raise NotImplementedError


class KMeans:
    """Lloyd's algorithm: .centers (k, d), .labels (n,), .inertia."""

    def __init__(self, k: int, max_iter: int = 100, tol: float = 1e-6, seed: int = 0) -> None:
        raise NotImplementedError

    def fit(self, X: np.ndarray) -> "KMeans":
        """Start with k-means++, step until the centres rest; X (n, d)."""
        raise NotImplementedError

    def predict(self, X: np.ndarray) -> np.ndarray:
        """The number of the nearest centre for each row, shape (n,)."""
        raise NotImplementedError
