"""Filling missing values."""

import numpy as np


class Imputer:
    """Fills NaN with a statistic of each column: "mean", "median" or "constant"; can add 0/1 columns that say where."""

    def __init__(self, strategy: str = "mean", fill_value: float = 0.0, add_indicator: bool = False) -> None:
        if strategy not in ("mean", "median", "constant"):
            raise ValueError(f"unknown strategy {strategy!r}")
        self.strategy = strategy
        self.fill_value = fill_value
        self.add_indicator = add_indicator
        self.statistics: np.ndarray | None = None

    def fit(self, X: np.ndarray) -> "Imputer":
        """Learn `statistics` (d,), and which columns have missing entries, from X (n, d).  ValueError for another shape."""
        X = as_matrix(X)
        missing = np.isnan(X)
        known = ~missing.all(axis=0)  # columns in which there is something to average
        self.statistics = np.full(X.shape[1], self.fill_value, dtype=float)
        if self.strategy != "constant":
            average = np.nanmean if self.strategy == "mean" else np.nanmedian
            self.statistics[known] = average(X[:, known], axis=0)  # an all-missing column would warn and give NaN
        self.indicated = np.flatnonzero(missing.any(axis=0)) if self.add_indicator else np.array([], dtype=int)
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        """X with its gaps filled, then the indicators: (n, d + k).  RuntimeError before `fit`, ValueError for another d."""
        if self.statistics is None:
            raise RuntimeError("call fit before transform")
        X = as_matrix(X)
        if X.shape[1] != len(self.statistics):
            raise ValueError(f"fitted on {len(self.statistics)} columns, got {X.shape[1]}")
        missing = np.isnan(X)  # before filling: afterwards nothing is missing
        return np.hstack([np.where(missing, self.statistics, X), missing[:, self.indicated]])


def as_matrix(X: np.ndarray) -> np.ndarray:
    """X as floats, which alone can hold NaN; ValueError unless it is 2-D."""
    X = np.asarray(X, dtype=float)
    if X.ndim != 2:
        raise ValueError(f"expected a matrix (n, d), got shape {X.shape}")
    return X
