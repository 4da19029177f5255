"""One base class: transform is X * scale + shift, as a pair of numbers a column."""

import numpy as np


class Affine:
    centre = None

    def prepared(self, X):
        if self.centre is None:
            raise RuntimeError("fit first")
        X = np.array(X, dtype=np.float64)
        if X.ndim != 2 or X.shape[1] != self.centre.size:
            raise ValueError(f"expected (n, {self.centre.size}), got {X.shape}")
        return X

    def transform(self, X):
        X = self.prepared(X)
        X -= self.centre
        X *= self.slope
        X += self.low
        return X

    def inverse_transform(self, X):
        X = self.prepared(X)
        X -= self.low
        X /= self.slope
        X += self.centre
        return X


def two_dimensional(X):
    X = np.array(X, dtype=np.float64)
    if X.ndim != 2:
        raise ValueError("X must be a matrix")
    return X


class StandardScaler(Affine):
    low = 0.0

    def fit(self, X):
        X = two_dimensional(X)
        first = X[0]
        shifted = X - first  # exact zeros in a constant column
        self.mean = self.centre = first + shifted.mean(axis=0)
        self.std = np.sqrt(np.square(shifted - shifted.mean(axis=0)).mean(axis=0))
        self.slope = 1.0 / np.where(self.std == 0, 1.0, self.std)
        return self


class MinMaxScaler(Affine):
    def __init__(self, feature_range=(0.0, 1.0)):
        self.feature_range = feature_range

    def fit(self, X):
        self.low, high = self.feature_range
        if not self.low < high:
            raise ValueError("feature_range must rise")
        X = two_dimensional(X)
        self.min = self.centre = X.min(axis=0)
        self.max = X.max(axis=0)
        spread = self.max - self.min
        spread[spread == 0] = 1.0
        self.slope = (high - self.low) / spread
        return self
