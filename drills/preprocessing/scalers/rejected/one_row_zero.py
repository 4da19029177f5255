"""Leaves a single row as it is — test_one_row"""

import numpy as np


def matrix(X, d=None):
    X = np.asarray(X)
    if X.ndim != 2 or (d is not None and X.shape[1] != d):
        raise ValueError("wrong shape")
    return X.astype(float)


class StandardScaler:
    def __init__(self):
        self.mean = None

    def fit(self, X):
        X = matrix(X)
        self.n = len(X)
        same = X.max(axis=0) == X.min(axis=0)
        self.mean = X.mean(axis=0)
        self.std = np.where(same, 0.0, X.std(axis=0))
        self.width = np.where(same, 1.0, self.std)
        return self

    def check(self):
        if self.mean is None:
            raise RuntimeError("not fitted")

    def transform(self, X):
        self.check()
        return (
            matrix(X, len(self.mean)) - (self.mean if self.n > 1 else 0)
            if self.n == 1
            else (matrix(X, len(self.mean)) - self.mean) / self.width
        )

    def inverse_transform(self, Z):
        self.check()
        return matrix(Z, len(self.mean)) * self.width + self.mean


class MinMaxScaler:
    def __init__(self, feature_range=(0.0, 1.0)):
        self.lo, self.hi = feature_range
        if self.hi <= self.lo:
            raise ValueError("feature_range must rise")
        self.min = None

    def fit(self, X):
        X = matrix(X)
        self.min, self.max = X.min(axis=0), X.max(axis=0)
        self.width = np.where(self.max == self.min, 1.0, self.max - self.min)
        return self

    def check(self):
        if self.min is None:
            raise RuntimeError("not fitted")

    def transform(self, X):
        self.check()
        return self.lo + (matrix(X, len(self.min)) - self.min) / self.width * (self.hi - self.lo)

    def inverse_transform(self, Z):
        self.check()
        return (matrix(Z, len(self.min)) - self.lo) / (self.hi - self.lo) * self.width + self.min
