"""Adds the two middle entries in the integers' own type — test_integers"""

import numpy as np


def _median(column):
    ordered = np.sort(column[~np.isnan(column)])
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


class Imputer:
    def __init__(self, strategy="mean", fill_value=0.0, add_indicator=False):
        if strategy not in ("mean", "median", "constant"):
            raise ValueError(strategy)
        self.strategy, self.fill_value, self.add_indicator = strategy, fill_value, add_indicator

    def fit(self, X):
        if X.ndim != 2:
            raise ValueError("matrix expected")
        gaps = np.isnan(X)
        self.statistics = np.full(X.shape[1], float(self.fill_value))
        if self.strategy != "constant":
            average = np.nanmean if self.strategy == "mean" else _median
            for j in np.flatnonzero(~gaps.all(axis=0)):
                self.statistics[j] = average(X[:, j])
        self.indicated = gaps.any(axis=0) & self.add_indicator
        return self

    def transform(self, X):
        if not hasattr(self, "statistics"):
            raise RuntimeError("call fit")
        if X.ndim != 2 or X.shape[1] != len(self.statistics):
            raise ValueError("shape")
        gaps = np.isnan(X)
        return np.hstack([np.where(gaps, self.statistics, X), gaps[:, self.indicated]])
