"""Masked arrays; strategy looked up in a table."""

import numpy as np


class Imputer:
    _averages = {"mean": np.ma.mean, "median": np.ma.median, "constant": None}

    def __init__(self, strategy="mean", fill_value=0.0, add_indicator=False):
        self.strategy = strategy
        self.fill_value = fill_value
        self.add_indicator = add_indicator

    def fit(self, X):
        if self.strategy not in self._averages:
            raise ValueError(f"strategy {self.strategy!r}")
        if np.ndim(X) != 2:
            raise ValueError("2-D needed")
        data = np.ma.masked_where(np.isnan(X), X)
        mask = np.ma.getmaskarray(data)
        average = self._averages[self.strategy]
        if average is None:
            self.statistics = np.repeat(float(self.fill_value), X.shape[1])
        else:
            self.statistics = np.ma.filled(average(data, axis=0), self.fill_value)
        self._columns = [j for j in range(X.shape[1]) if mask[:, j].any()]
        return self

    def transform(self, X):
        if not hasattr(self, "statistics"):
            raise RuntimeError("fit first")
        if np.ndim(X) != 2 or X.shape[1] != self.statistics.size:
            raise ValueError("wrong shape")
        gaps = np.isnan(X)
        out = np.where(gaps, self.statistics, X)
        if not self.add_indicator:
            return out
        return np.concatenate((out, gaps[:, self._columns]), axis=1)
