"""k-means with k-means++."""

import numpy as np


def kmeans_plus_plus(X: np.ndarray, k: int, rng: np.random.Generator) -> np.ndarray:
    """k rows of X (n, d): the first uniform, the others by squared distance to the nearest so far."""
    n = len(X)
    if not 1 <= k <= n:
        raise ValueError(f"k must be between 1 and the number of rows {n}, got {k}")
    rows = [rng.integers(n)]
    nearest = np.full(n, np.inf)
    while len(rows) < k:
        # Only the newest centre can have come nearer, so one column of distances a round is enough.
        nearest = np.minimum(nearest, _squared_distances(X, X[rows[-1:]])[:, 0])
        total = nearest.sum()
        rows.append(rng.choice(n, p=nearest / total if total > 0 else None))
    return X[rows]


class KMeans:
    """Lloyd's algorithm: .centers (k, d), .labels (n,), .inertia."""

    def __init__(self, k: int, max_iter: int = 100, tol: float = 1e-6, seed: int = 0) -> None:
        self.k = k
        self.max_iter = max_iter
        self.tol = tol
        self.seed = seed
        self.centers: np.ndarray | None = None

    def fit(self, X: np.ndarray) -> "KMeans":
        X = np.asarray(X, dtype=np.float64)
        centers = kmeans_plus_plus(X, self.k, np.random.default_rng(self.seed))
        for _ in range(self.max_iter):
            before, centers = centers, _means(X, _squared_distances(X, centers).argmin(axis=1), centers)
            if np.linalg.norm(centers - before) <= self.tol:
                break
        # The centres have moved since the last assignment: labels and inertia are taken afresh.
        squared = _squared_distances(X, centers)
        self.centers = centers
        self.labels = squared.argmin(axis=1)
        self.inertia = float(squared.min(axis=1).sum())
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        if self.centers is None:
            raise RuntimeError("the model is not fitted: call fit first")
        return _squared_distances(X, self.centers).argmin(axis=1)


def _squared_distances(X: np.ndarray, centers: np.ndarray) -> np.ndarray:
    """Of each row to each centre, (n, k). Centre by centre, so that nothing of shape (n, k, d) is made."""
    X = np.asarray(X, dtype=np.float64)
    return np.stack([((X - center) ** 2).sum(axis=1) for center in centers], axis=1)


def _means(X: np.ndarray, labels: np.ndarray, centers: np.ndarray) -> np.ndarray:
    """The mean of each cluster; an empty one keeps its centre."""
    members = labels == np.arange(len(centers))[:, None]
    return np.stack([X[mask].mean(axis=0) if mask.any() else center for mask, center in zip(members, centers)])
