"""Means from sums and counts, medians column by column, the result written into an array made for it."""

import numpy as np


def _mean(column):
    present = column == column
    return np.where(present, column, 0.0).sum() / present.sum()


def _median(column):
    ordered = sorted(v for v in column.tolist() if v == v)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


class Imputer:
    def __init__(self, strategy="mean", fill_value=0.0, add_indicator=False):
        try:
            self._average = {"mean": _mean, "median": _median, "constant": lambda column: fill_value}[strategy]
        except KeyError:
            raise ValueError("strategy must be mean, median or constant") from None
        self.fill_value, self.add_indicator, self._fitted = fill_value, add_indicator, False

    def _checked(self, X):
        if X.ndim != 2 or (self._fitted and X.shape[1] != len(self.statistics)):
            raise ValueError(f"unexpected shape {X.shape}")
        return X

    def fit(self, X):
        self._fitted = False
        X = self._checked(X)
        gaps = X != X
        self.statistics = [float(self.fill_value if gaps[:, j].all() else self._average(X[:, j])) for j in range(X.shape[1])]
        self._indicated = np.where(gaps.any(axis=0))[0] if self.add_indicator else []
        self._fitted = True
        return self

    def transform(self, X):
        if not self._fitted:
            raise RuntimeError("not fitted")
        X = self._checked(X)
        n, d = X.shape
        out = np.empty((n, d + len(self._indicated)))
        for j in range(d):
            out[:, j] = [self.statistics[j] if v != v else v for v in X[:, j]]
        for k, j in enumerate(self._indicated):
            out[:, d + k] = X[:, j] != X[:, j]
        return out
