"""A mask for each category and each fold; fold numbers shuffled in place; a list as result."""

import numpy as np


class TargetEncoder:
    def __init__(self, m=10.0, n_folds=5, seed=0):
        if not m >= 0:
            raise ValueError("m")
        if not n_folds >= 2:
            raise ValueError("n_folds")
        self.m = m
        self.n_folds = n_folds
        self.seed = seed

    @staticmethod
    def _learn(x, y, m):
        prior = y.mean()
        return prior, {c: (y[x == c].sum(dtype=float) + m * prior) / ((x == c).sum() + m) for c in np.unique(x).tolist()}

    @staticmethod
    def _apply(x, prior, values):
        result = np.full(len(x), prior)
        for category, value in values.items():
            result[x == category] = value
        return result

    def fit(self, x, y):
        if not len(x) or len(x) != len(y):
            raise ValueError("lengths")
        self.prior, self.values = self._learn(x, y, self.m)
        return self

    def transform(self, x):
        if not hasattr(self, "values"):
            raise RuntimeError("fit first")
        return self._apply(x, self.prior, self.values)

    def fit_transform(self, x, y):
        self.fit(x, y)
        n = len(x)
        if self.n_folds > n:
            raise ValueError("too many folds")
        fold = np.arange(n) % self.n_folds
        np.random.default_rng(self.seed).shuffle(fold)
        result = np.empty(n)
        for k in np.unique(fold):
            result[fold == k] = self._apply(x[fold == k], *self._learn(x[fold != k], y[fold != k], self.m))
        return result.tolist()
