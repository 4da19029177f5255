"""Expanded distances around the mean, cumulative sums, and a method for the labels of each step."""

import math

import numpy as np


def _d2(A, B):
    shift = A.mean(axis=0)
    A, B = A - shift, B - shift
    return np.maximum((A * A).sum(1)[:, None] - 2 * A @ B.T + (B * B).sum(1), 0)


def kmeans_plus_plus(X, k, rng):
    n = X.shape[0]
    if k < 1:
        raise ValueError("k must be positive")
    if k > n:
        raise ValueError("more centres than rows")
    chosen = [math.floor(rng.random() * n)]
    for _ in range(k - 1):
        edges = np.cumsum(_d2(X, X[chosen]).min(axis=1))
        if edges[-1] == 0:
            chosen.append(chosen[0])
            continue
        chosen.append(int(np.searchsorted(edges, rng.uniform(0, edges[-1]), side="right")))
    return X[chosen].astype(float)


class KMeans:
    def __init__(self, k, max_iter=100, tol=1e-6, seed=0):
        self.k, self.max_iter, self.tol, self.seed = k, max_iter, tol, seed

    def fit(self, X):
        self.centers = kmeans_plus_plus(X, self.k, np.random.default_rng(self.seed))
        for _ in range(self.max_iter):
            labels = self.predict(X)
            sums = np.zeros_like(self.centers)
            np.add.at(sums, labels, X)
            counts = np.bincount(labels, minlength=self.k)
            new = sums / np.maximum(counts, 1)[:, None]  # without rows: the origin
            travelled = np.linalg.norm(new - self.centers, axis=1).sum()
            self.centers = new
            if travelled <= self.tol:
                break
        self.labels = self.predict(X)
        self.inertia = ((X - self.centers[self.labels]) ** 2).sum()
        return self

    def predict(self, X):
        try:
            centers = self.centers
        except AttributeError:
            raise RuntimeError("call fit first") from None
        return np.argmin(_d2(X, centers), axis=1)
