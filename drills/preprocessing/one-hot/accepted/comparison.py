"""Compares all values with all categories; back by the position of the nonzero entries."""

import numpy as np


class OneHotEncoder:
    def __init__(self, handle_unknown="error"):
        self.handle_unknown = handle_unknown

    def fit(self, values):
        if self.handle_unknown not in {"error", "ignore"}:
            raise ValueError(f"unknown option {self.handle_unknown!r}")
        self.categories = np.array(sorted(set(values.tolist())), dtype=values.dtype)
        return self

    def transform(self, values):
        if not hasattr(self, "categories"):
            raise RuntimeError("fit first")
        hits = values[:, np.newaxis] == self.categories[np.newaxis, :]
        if self.handle_unknown == "error" and not hits.any(axis=1).all():
            raise ValueError("unknown category")
        return hits.astype(np.float64)

    def inverse_transform(self, matrix):
        if not hasattr(self, "categories"):
            raise RuntimeError("fit first")
        if matrix.shape[1:] != self.categories.shape:
            raise ValueError("wrong number of columns")
        rows, columns = np.nonzero(matrix)
        if len(rows) == len(matrix):
            return self.categories[columns]
        out = np.full(len(matrix), None)
        out[rows] = self.categories[columns]
        return out
