"""Min-max as X * scale + offset, standard scores by a boolean mask over the columns."""

import numpy as np


def as_matrix(X, width=None):
    if np.ndim(X) != 2:
        raise ValueError("not a matrix")
    if width not in (None, X.shape[1]):
        raise ValueError("wrong number of columns")
    return np.asarray(X, dtype=float)


class StandardScaler:
    def fit(self, X):
        X = as_matrix(X)
        self.mean, self.std = X.mean(axis=0), X.std(axis=0)
        self.std *= (X != X[0]).any(axis=0)
        return self

    def transform(self, X):
        if not hasattr(self, "mean"):
            raise RuntimeError("call fit before transform")
        Z = as_matrix(X, self.mean.size) - self.mean
        varies = self.std > 0
        Z[:, varies] /= self.std[varies]
        return Z

    def inverse_transform(self, X):
        if not hasattr(self, "mean"):
            raise RuntimeError("call fit before inverse_transform")
        X = as_matrix(X, self.mean.size)
        return np.where(self.std > 0, X * self.std, X) + self.mean


class MinMaxScaler:
    def __init__(self, feature_range=(0.0, 1.0)):
        if feature_range[1] <= feature_range[0]:
            raise ValueError("feature_range")
        self.feature_range = feature_range
        self.scale = None

    def fit(self, X):
        X = as_matrix(X)
        lo, hi = self.feature_range
        self.min, self.max = np.amin(X, axis=0), np.amax(X, axis=0)
        self.scale = (hi - lo) / np.where(self.max > self.min, self.max - self.min, 1)
        self.offset = lo - self.min * self.scale
        return self

    def _ready(self):
        if self.scale is None:
            raise RuntimeError("not fitted")

    def transform(self, X):
        self._ready()
        return as_matrix(X, len(self.scale)) * self.scale + self.offset

    def inverse_transform(self, X):
        self._ready()
        return (as_matrix(X, len(self.scale)) - self.offset) / self.scale
