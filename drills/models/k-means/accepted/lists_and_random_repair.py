"""Distances centre by centre, means by bincount, an empty cluster restarts at a random row; lists as results."""

import numpy as np


def to_each(X, centers):
    return np.array([np.einsum("ij,ij->i", X - c, X - c) for c in np.asarray(centers, dtype=float)])


def kmeans_plus_plus(X, k, rng):
    if k < 1:
        raise ValueError("k < 1")
    if k > len(X):
        raise ValueError("k > n")
    order = rng.permutation(len(X))
    centers = [X[order[0]].tolist()]
    while len(centers) < k:
        weight = to_each(X, centers).min(axis=0)
        if weight.max() == 0:
            centers.append(X[order[len(centers)]].tolist())
        else:
            centers.append(rng.choice(X, p=weight / weight.sum()).tolist())
    return centers


class KMeans:
    def __init__(self, k, max_iter=100, tol=1e-6, seed=0):
        self.k, self.max_iter, self.tol, self.seed = k, max_iter, tol, seed

    def fit(self, X):
        X = np.asarray(X, dtype=float)
        rng = np.random.default_rng(self.seed)
        centers = np.array(kmeans_plus_plus(X, self.k, rng))
        for _ in range(self.max_iter):
            labels = to_each(X, centers).argmin(axis=0)
            counts = np.bincount(labels, minlength=self.k)
            sums = np.stack([np.bincount(labels, weights=column, minlength=self.k) for column in X.T], axis=1)
            new = X[rng.integers(len(X), size=self.k)]
            new[counts > 0] = sums[counts > 0] / counts[counts > 0, None]
            done = np.linalg.norm(new - centers) <= self.tol
            centers = new
            if done:
                break
        self.centers = centers.tolist()
        self.labels = to_each(X, centers).argmin(axis=0).tolist()
        self.inertia = float(to_each(X, centers).min(axis=0).sum())
        return self

    def predict(self, X):
        if getattr(self, "centers", None) is None:
            raise RuntimeError("not fitted")
        return to_each(X, self.centers).argmin(axis=0).tolist()
