"""Filling missing values."""

import numpy as np


class Imputer:
    """Fills NaN with a statistic of each column: "mean", "median" or "constant"; can add 0/1 columns that say where."""

    def __init__(self, strategy: str = "mean", fill_value: float = 0.0, add_indicator: bool = False) -> None:
        raise NotImplementedError

    def fit(self, X: np.ndarray) -> "Imputer":
        """Learn `statistics` (d,), and which columns have missing entries, from X (n, d).  ValueError for another shape."""
        raise NotImplementedError

    def transform(self, X: np.ndarray) -> np.ndarray:
        """X with its gaps filled, then the indicators: (n, d + k).  RuntimeError before `fit`, ValueError for another d."""
        raise NotImplementedError
