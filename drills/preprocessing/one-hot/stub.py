"""One-hot encoding."""

import numpy as np


class OneHotEncoder:
    """One column of categories as 0/1 columns; unknown values are an "error" or are "ignore"d (a row of zeros)."""

    def __init__(self, handle_unknown: str = "error") -> None:
        raise NotImplementedError

    def fit(self, values: np.ndarray) -> "OneHotEncoder":
        """Learn `categories` (c,), sorted."""
        raise NotImplementedError

    def transform(self, values: np.ndarray) -> np.ndarray:
        """Values (n,) as rows (n, c) of floats.  RuntimeError before `fit`; ValueError for an unknown value under "error"."""
        raise NotImplementedError

    def inverse_transform(self, matrix: np.ndarray) -> np.ndarray:
        """The category of each row (n,), None for a row of zeros.  RuntimeError before `fit`; ValueError for another c."""
        raise NotImplementedError
