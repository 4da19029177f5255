"""A dict from category to column, asked once per distinct value; categories are a list of Python values, and so is the inverse."""

import numpy as np


class OneHotEncoder:
    def __init__(self, handle_unknown="error"):
        if handle_unknown != "error" and handle_unknown != "ignore":
            raise ValueError("handle_unknown is 'error' or 'ignore'")
        self.strict = handle_unknown == "error"
        self._column = None

    def fit(self, values):
        self.categories = np.unique(values).tolist()
        self._column = {value: j for j, value in enumerate(self.categories)}
        return self

    def transform(self, values):
        if self._column is None:
            raise RuntimeError("not fitted")
        distinct, inverse = np.unique(values, return_inverse=True)
        codes = np.array([self._column.get(value, -1) for value in distinct.tolist()], dtype=int)[inverse]
        if self.strict and (codes < 0).any():
            raise ValueError("a value was not seen in fit")
        result = np.zeros((len(codes), len(self._column)))
        known = codes >= 0
        result[known, codes[known]] = 1
        return result

    def inverse_transform(self, matrix):
        if self._column is None:
            raise RuntimeError("not fitted")
        if matrix.ndim != 2 or matrix.shape[1] != len(self._column):
            raise ValueError("the matrix has another number of columns than there are categories")
        lookup = np.array([*self.categories, None])
        inverse = lookup[np.where(matrix.any(axis=1), matrix.argmax(axis=1), -1)]
        return inverse if (matrix.sum(axis=1) == 0).any() else inverse.tolist()
