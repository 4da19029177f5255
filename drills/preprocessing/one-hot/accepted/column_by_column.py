"""A loop over the categories, each column a comparison; the inverse fills one category at a time."""

import numpy as np


class OneHotEncoder:
    categories = None

    def __init__(self, handle_unknown="error"):
        assert_option = {"error": True, "ignore": False}.get(handle_unknown)
        if assert_option is None:
            raise ValueError(handle_unknown)
        self.raises = assert_option

    def fit(self, values):
        ordered = np.sort(values)
        self.categories = ordered[np.r_[True, ordered[1:] != ordered[:-1]]]
        return self

    def transform(self, values):
        if self.categories is None:
            raise RuntimeError
        if self.raises and not np.isin(values, self.categories).all():
            raise ValueError("unknown value")
        matrix = np.empty((len(values), self.categories.size))
        for j, category in enumerate(self.categories):
            matrix[:, j] = values == category
        return matrix

    def inverse_transform(self, matrix):
        if self.categories is None:
            raise RuntimeError
        if matrix.shape[1] != self.categories.size:
            raise ValueError
        found = np.zeros(len(matrix), dtype=bool)
        values = np.empty(len(matrix), dtype=self.categories.dtype)
        for j, category in enumerate(self.categories):
            here = matrix[:, j] == 1
            values[here] = category
            found |= here
        if found.all():
            return values
        values = values.astype(object)
        values[~found] = None
        return values
