"""Membership as a matrix of floats, sums and counts as products; folds from the order of random keys."""

import numpy as np


class TargetEncoder:
    prior = None

    def __init__(self, m=10.0, n_folds=5, seed=0):
        if m < 0 or n_folds < 2:
            raise ValueError("m >= 0 and n_folds >= 2, please")
        self.options = m, n_folds, seed

    def fit(self, x, y):
        if x.shape[0] != y.shape[0] or x.shape[0] < 1:
            raise ValueError("rows of x and y")
        self.x, self.y = x, np.asarray(y, dtype=np.float64)
        self.prior = self.y.mean()
        return self

    def _encode(self, x, outside):
        """Values of x from the fitted rows, of which `outside` (n, rows) says which count for each."""
        weight = (x[:, np.newaxis] == self.x) * outside
        prior = outside @ self.y / outside.sum(axis=1)
        count = weight.sum(axis=1)
        total = weight @ self.y + self.options[0] * prior
        return np.divide(total, count + self.options[0], out=prior, where=count > 0)

    def transform(self, x):
        if self.prior is None:
            raise RuntimeError("not fitted yet")
        return self._encode(x, np.ones((len(x), len(self.x))))

    def fit_transform(self, x, y):
        self.fit(x, y)
        _, n_folds, seed = self.options
        if n_folds > len(x):
            raise ValueError("more folds than rows")
        rank = np.random.default_rng(seed).random(len(x)).argsort().argsort()
        fold = rank * n_folds // len(x)
        return self._encode(x, fold[:, np.newaxis] != fold)
