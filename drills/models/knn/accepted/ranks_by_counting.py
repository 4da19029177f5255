"""Neighbours as a mask: a row is in if fewer than k rows come before it by (distance, index)."""

import numpy as np


class KNN:
    def __init__(self, k=5, weights="uniform"):
        self.k, self.weights, self.fitted = k, weights, False

    def fit(self, X, y):
        if self.weights not in ("uniform", "distance"):
            raise ValueError("unknown weights")
        if not 0 < self.k <= X.shape[0]:
            raise ValueError("k out of range")
        self.X, self.y, self.fitted = X, y, True
        return self

    def predict(self, X):
        if not self.fitted:
            raise RuntimeError("not fitted yet")
        if X.shape[1] != self.X.shape[1]:
            raise ValueError("wrong number of features")
        gaps = X[:, None].astype(np.float64) - self.X[None]
        d = np.sqrt(np.einsum("mnd,mnd->mn", gaps, gaps))
        kth = np.partition(d, self.k - 1)[:, self.k - 1 : self.k]
        below, level = d < kth, d == kth
        room = self.k - below.sum(axis=1, keepdims=True)
        chosen = below | (level & (np.cumsum(level, axis=1) <= room))
        if self.weights == "uniform":
            w = chosen.astype(float)
        else:
            hit = chosen & (d == 0.0)
            with np.errstate(all="ignore"):
                w = chosen / d
            w[hit.any(axis=1)] = hit[hit.any(axis=1)]
        classes = np.unique(self.y)
        return classes[np.argmax(w @ (self.y[:, None] == classes), axis=1)]
