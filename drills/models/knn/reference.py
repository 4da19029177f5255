"""k nearest neighbours."""

import numpy as np


class KNN:
    """Majority of the k nearest training rows, plain or weighted by 1/distance."""

    def __init__(self, k: int = 5, weights: str = "uniform") -> None:
        self.k = k
        self.weights = weights
        self._rows: np.ndarray | None = None

    def fit(self, X: np.ndarray, y: np.ndarray) -> "KNN":
        if self.weights not in ("uniform", "distance"):
            raise ValueError(f"weights must be 'uniform' or 'distance', got {self.weights!r}")
        if not 1 <= self.k <= len(X):
            raise ValueError(f"k must be within 1 … {len(X)}, got {self.k}")
        self._rows = X.astype(float)  # before any difference: uint8 wraps
        # Votes are counted per column 0 … c - 1 of the sorted classes, whatever the labels are.
        self._classes, self._columns = np.unique(y, return_inverse=True)
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        if self._rows is None:
            raise RuntimeError("the model is not fitted: call fit first")
        if X.shape[1] != self._rows.shape[1]:
            raise ValueError(f"fitted with {self._rows.shape[1]} features, got {X.shape[1]}")
        squared = np.zeros((len(X), len(self._rows)))
        for query_feature, row_feature in zip(X.T, self._rows.T):
            squared += np.subtract.outer(query_feature, row_feature) ** 2
        # Stable: equally far rows stay in training order.
        nearest = np.argsort(squared, kind="stable")[:, : self.k]
        queries = np.arange(len(X))[:, None]
        distances = np.sqrt(squared[queries, nearest])

        weights = np.ones_like(distances)
        if self.weights == "distance":
            exact = distances == 0
            with np.errstate(divide="ignore"):  # 1 / 0 stands only where exact matches decide
                inverse = 1 / distances
            # keepdims: each query decides for itself whether only exact matches vote.
            weights = np.where(exact.any(axis=1, keepdims=True), exact, inverse)

        votes = np.zeros((len(X), len(self._classes)))
        # add.at and not +=, which would count a class once however many neighbours have it.
        np.add.at(votes, (queries, self._columns[nearest]), weights)
        return self._classes[votes.argmax(axis=1)]  # the first maximum is the smallest label
