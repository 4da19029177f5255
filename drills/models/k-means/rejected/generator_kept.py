"""Makes the generator in the constructor, so that a second fit starts elsewhere — test_start_and_seed"""

import numpy as np


def distances(A, B):
    return ((A[:, None].astype(float) - B[None].astype(float)) ** 2).sum(axis=-1)


def kmeans_plus_plus(X, k, rng):
    if k < 1 or k > len(X):
        raise ValueError("k is out of range")
    rows = [rng.integers(len(X))]
    while len(rows) < k:
        weights = distances(X, X[rows]).min(axis=1)
        total = weights.sum()
        rows.append(rng.choice(len(X), p=weights / total) if total > 0 else rows[0])
    return X[rows]


class KMeans:
    def __init__(self, k, max_iter=100, tol=1e-6, seed=0):
        self.k, self.max_iter, self.tol = k, max_iter, tol
        self.rng = np.random.default_rng(seed)
        self.centers = None

    def fit(self, X):
        X = X.astype(float)
        centers = kmeans_plus_plus(X, self.k, self.rng)
        for _ in range(self.max_iter):
            labels = distances(X, centers).argmin(axis=1)
            new = centers.copy()
            for j in range(self.k):
                if np.any(labels == j):
                    new[j] = X[labels == j].mean(axis=0)
            moved = np.linalg.norm(new - centers)
            centers = new
            if moved <= self.tol:
                break
        self.centers = centers
        self.labels = distances(X, centers).argmin(axis=1)
        self.inertia = distances(X, centers).min(axis=1).sum()
        return self

    def predict(self, X):
        if self.centers is None:
            raise RuntimeError("not fitted")
        return distances(X, self.centers).argmin(axis=1)
