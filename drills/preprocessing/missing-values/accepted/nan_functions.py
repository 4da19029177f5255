"""nanmean and nanmedian with the warning switched off, NaN replaced afterwards."""

import warnings

import numpy as np


class Imputer:
    STRATEGIES = ("mean", "median", "constant")

    def __init__(self, strategy="mean", fill_value=0.0, add_indicator=False):
        if strategy not in self.STRATEGIES:
            raise ValueError(strategy)
        self.strategy, self.fill_value, self.add_indicator = strategy, fill_value, add_indicator

    def fit(self, X):
        if len(X.shape) != 2:
            raise ValueError("matrix expected")
        empty = np.isnan(X).all(axis=0)
        if self.strategy == "constant":
            statistics = np.full(X.shape[1], self.fill_value, float)
        else:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", RuntimeWarning)
                statistics = getattr(np, "nan" + self.strategy)(X, axis=0)
        self.statistics = np.where(empty, self.fill_value, statistics)
        self.indicator = np.isnan(X).any(axis=0)
        return self

    def transform(self, X):
        statistics = getattr(self, "statistics", None)
        if statistics is None:
            raise RuntimeError("call fit")
        X = np.array(X, float)
        if X.ndim != 2 or X.shape[1] != statistics.shape[0]:
            raise ValueError("shape")
        rows, columns = np.where(np.isnan(X))
        flags = np.zeros(X.shape)
        flags[rows, columns] = 1.0
        X[rows, columns] = statistics[columns]
        return np.c_[X, flags[:, self.indicator]] if self.add_indicator else X
