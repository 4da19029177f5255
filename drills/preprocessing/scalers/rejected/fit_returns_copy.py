"""fit returns a copy of the scaler — test_fit_returns_the_scaler"""

import numpy as np


class _Base:
    fitted = False

    def _check(self, X):
        if not self.fitted:
            raise RuntimeError("fit first")
        X = np.asarray(X)
        if X.ndim != 2 or X.shape[1] != self.d:
            raise ValueError("shape")
        return X.astype(np.float64)

    _check_inv = _check

    def _fit(self, X):
        X = np.asarray(X)
        if X.ndim != 2:
            raise ValueError("2-D")
        self.d = X.shape[1]
        self.fitted = True
        return X.astype(np.float64)


class StandardScaler(_Base):
    def fit(self, X):
        X = self._fit(X)
        self.mean = X.mean(0)
        self.std = np.where(X.max(0) == X.min(0), 0.0, X.std(0))
        self.s = np.where(self.std == 0, 1.0, self.std)
        import copy

        return copy.copy(self)

    def transform(self, X):
        X = self._check(X)
        return (X - self.mean) / self.s

    def inverse_transform(self, X):
        X = self._check_inv(X)
        return X * self.s + self.mean


class MinMaxScaler(_Base):
    def __init__(self, feature_range=(0.0, 1.0)):
        self.lo, self.hi = feature_range
        if self.hi <= self.lo:
            raise ValueError("range")

    def fit(self, X):
        X = self._fit(X)
        self.min, self.max = X.min(0), X.max(0)
        self.r = np.where(self.max == self.min, 1.0, self.max - self.min)
        import copy

        return copy.copy(self)

    def transform(self, X):
        X = self._check(X)
        return self.lo + (X - self.min) / self.r * (self.hi - self.lo)

    def inverse_transform(self, X):
        X = self._check_inv(X)
        return (X - self.lo) / (self.hi - self.lo) * self.r + self.min
