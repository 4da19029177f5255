"""Weights of infinity turn into NaN when they are multiplied by 0 — test_exact_match_decides_alone"""

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
        with np.errstate(divide="ignore", invalid="ignore"):
            w = 1 / d if self.weights == "distance" else np.ones(d.shape)
        with np.errstate(invalid="ignore"):
            one_hot = self.y[nearest][:, :, None] == self.classes
            votes = (w[:, :, None] * one_hot).sum(axis=1)
        return self.classes[votes.argmax(axis=1)]
