"""Rounded mean of the labels instead of a vote — test_majority_by_hand"""

import numpy as np


class KNN:
    def __init__(self, k=5, weights="uniform"):
        self.k, self.weights, self.X = k, weights, None

    def fit(self, X, y):
        if self.weights not in ("uniform", "distance"):
            raise ValueError("weights is 'uniform' or 'distance'")
        if self.k < 1 or self.k > len(X):
            raise ValueError("k is between 1 and the number of rows")
        self.X, self.y = X.astype(float), y
        self.classes = np.unique(y)
        return self

    def predict(self, X):
        if self.X is None:
            raise RuntimeError("call fit first")
        if X.shape[1] != self.X.shape[1]:
            raise ValueError("another number of features")
        d = np.sqrt(((X.astype(float)[:, None, :] - self.X[None]) ** 2).sum(axis=2))
        nearest = np.argsort(d, axis=1, kind="stable")[:, : self.k]
        d = np.take_along_axis(d, nearest, axis=1)
        w = np.ones(d.shape)
        if self.weights == "distance":
            exact = d == 0
            with np.errstate(divide="ignore"):
                w = np.where(exact.any(axis=1)[:, None], exact.astype(float), 1 / d)
        if self.y.dtype.kind not in "if":
            votes = np.stack([(w * (self.y[nearest] == c)).sum(axis=1) for c in self.classes], axis=1)
            return self.classes[votes.argmax(axis=1)]
        return np.round((w * self.y[nearest]).sum(axis=1) / w.sum(axis=1)).astype(self.y.dtype)
