"""One-hot encoding."""

import numpy as np


class OneHotEncoder:
    """One column of categories as 0/1 columns; unknown values are an "error" or are "ignore"d (a row of zeros)."""

    def __init__(self, handle_unknown: str = "error") -> None:
        if handle_unknown not in ("error", "ignore"):
            raise ValueError(f'handle_unknown is "error" or "ignore", not {handle_unknown!r}')
        self.handle_unknown = handle_unknown
        self.categories: np.ndarray | None = None

    def fit(self, values: np.ndarray) -> "OneHotEncoder":
        """Learn `categories` (c,), sorted."""
        self.categories = np.unique(values)
        return self

    def transform(self, values: np.ndarray) -> np.ndarray:
        """Values (n,) as rows (n, c) of floats.  RuntimeError before `fit`; ValueError for an unknown value under "error"."""
        categories = self._fitted()
        values = np.asarray(values)
        columns = np.searchsorted(categories, values)  # where the value would be inserted, known or not
        columns = np.minimum(columns, len(categories) - 1)  # c for a value above all of them
        known = categories[columns] == values
        if self.handle_unknown == "error" and not known.all():
            raise ValueError(f"unknown categories: {np.unique(values[~known])}")
        matrix = np.zeros((len(values), len(categories)))
        matrix[np.flatnonzero(known), columns[known]] = 1.0
        return matrix

    def inverse_transform(self, matrix: np.ndarray) -> np.ndarray:
        """The category of each row (n,), None for a row of zeros.  RuntimeError before `fit`; ValueError for another c."""
        categories = self._fitted()
        matrix = np.asarray(matrix)
        if matrix.ndim != 2 or matrix.shape[1] != len(categories):
            raise ValueError(f"expected {len(categories)} columns, got shape {matrix.shape}")
        values = categories[matrix.argmax(axis=1)]
        known = matrix.any(axis=1)  # argmax of a row of zeros is 0, the first category
        if not known.all():
            values = values.astype(object)
            values[~known] = None
        return values

    def _fitted(self) -> np.ndarray:
        if self.categories is None:
            raise RuntimeError("call fit first")
        return self.categories
