"""One (n, k, d) difference, draws by the inverse of the cumulative sum, means by np.add.at."""

import numpy as np


def distances(A, B):
    return np.square(A[:, np.newaxis].astype(float) - B).sum(axis=-1)


def kmeans_plus_plus(X, k, rng):
    if k < 1 or k > X.shape[0]:
        raise ValueError("k is out of range")
    centers = X[[int(rng.random() * len(X))]]
    for _ in range(k - 1):
        cumulative = np.cumsum(distances(X, centers).min(axis=1))
        row = np.searchsorted(cumulative, rng.random() * cumulative[-1])
        centers = np.concatenate([centers, X[[row]]])
    return centers


class KMeans:
    def __init__(self, k, max_iter=100, tol=1e-6, seed=0):
        self.k, self.max_iter, self.tol, self.seed = k, max_iter, tol, seed

    def fit(self, X):
        centers = kmeans_plus_plus(X, self.k, np.random.default_rng(self.seed)).astype(float)
        step, moved = 0, np.inf
        while step < self.max_iter and moved > self.tol:
            labels = distances(X, centers).argmin(axis=1)
            counts = np.bincount(labels, minlength=self.k)
            sums = np.zeros_like(centers)
            np.add.at(sums, labels, X)
            new, full = centers.copy(), counts > 0
            new[full] = sums[full] / counts[full, None]
            moved = np.sqrt(((new - centers) ** 2).sum(axis=1)).sum()
            centers, step = new, step + 1
        self.centers = centers
        self.labels = self.predict(X)
        self.inertia = np.sum((X - centers[self.labels]) ** 2)
        return self

    def predict(self, X):
        if not hasattr(self, "centers"):
            raise RuntimeError("not fitted")
        return distances(X, self.centers).argmin(axis=1)
