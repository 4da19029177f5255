"""Looks for the smallest row maximum, which does not exist without rows — test_inverse_of_no_rows"""

import numpy as np


class OneHotEncoder:
    def __init__(self, handle_unknown="error"):
        if handle_unknown not in ("error", "ignore"):
            raise ValueError("handle_unknown")
        self.handle_unknown = handle_unknown
        self.categories = None

    def fit(self, values):
        self.categories = np.unique(values)
        return self

    def transform(self, values):
        if self.categories is None:
            raise RuntimeError("not fitted")
        c = len(self.categories)
        column = np.searchsorted(self.categories, values)
        column[column == c] = 0
        known = self.categories[column] == values
        if self.handle_unknown == "error" and not known.all():
            raise ValueError("unknown category")
        matrix = np.zeros((len(values), c))
        matrix[np.arange(len(values))[known], column[known]] = 1.0
        return matrix

    def inverse_transform(self, matrix):
        if self.categories is None:
            raise RuntimeError("not fitted")
        if matrix.shape[1] != len(self.categories):
            raise ValueError("number of columns")
        values = self.categories[matrix.argmax(axis=1)]
        empty = matrix.max(axis=1) == 0
        if matrix.max(axis=1).min() == 0:
            values = values.astype(object)
            values[empty] = None
        return values
