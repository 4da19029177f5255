"""Expanded squares, cut at 0; one-hot product for the means; an empty cluster goes to the farthest point."""

import numpy as np


def _d2(X, C):
    X, C = X.astype(np.float64), C.astype(np.float64)
    return np.maximum((X * X).sum(1)[:, None] - 2 * X @ C.T + (C * C).sum(1), 0)


def kmeans_plus_plus(X, k, rng):
    n, _ = X.shape
    if not 0 < k <= n:
        raise ValueError(k)
    chosen = rng.choice(n, size=1)
    for _ in range(1, k):
        weights = _d2(X, X[chosen]).min(1)
        if not weights.any():
            return X[np.concatenate([chosen, rng.integers(0, n, size=k - len(chosen))])]
        chosen = np.append(chosen, rng.multinomial(1, weights / weights.sum()).argmax())
    return X[chosen]


class KMeans:
    def __init__(self, k, max_iter=100, tol=1e-6, seed=0):
        self.k, self.max_iter, self.tol, self.seed = k, max_iter, tol, seed
        self.centers = self.labels = self.inertia = None

    def fit(self, X):
        X = X.astype(np.float64)
        C = kmeans_plus_plus(X, self.k, np.random.default_rng(self.seed))
        D = _d2(X, C)
        for _ in range(self.max_iter):
            one_hot = np.eye(self.k)[D.argmin(1)]
            counts = one_hot.sum(0)
            new = X[np.full(self.k, D.min(1).argmax())]
            new[counts > 0] = (one_hot.T @ X)[counts > 0] / counts[counts > 0, None]
            shift = np.sqrt(((new - C) ** 2).sum())
            C = new
            D = _d2(X, C)
            if shift <= self.tol:
                break
        self.centers, self.labels, self.inertia = C, D.argmin(1), D.min(1).sum()
        return self

    def predict(self, X):
        if self.centers is None:
            raise RuntimeError("call fit before predict")
        return _d2(X, self.centers).argmin(1)
