"""Casts new values to integers — test_fraction_among_integers"""

import numpy as np


class OneHotEncoder:
    def __init__(self, handle_unknown="error"):
        if handle_unknown not in ("error", "ignore"):
            raise ValueError("handle_unknown")
        self.handle_unknown = handle_unknown

    def fit(self, values):
        values = np.asarray(values)
        self.categories = np.unique(values)
        return self

    def transform(self, values):
        if not hasattr(self, "categories"):
            raise RuntimeError("fit")
        values = np.asarray(values)
        cats = self.categories
        if cats.dtype.kind in "iu":
            values = values.astype(np.int64)
        M = values[:, None] == cats[None, :]
        if self.handle_unknown == "error" and not M.any(1).all():
            raise ValueError("unknown")
        return M.astype(float)

    def inverse_transform(self, matrix):
        if not hasattr(self, "categories"):
            raise RuntimeError("fit")
        matrix = np.asarray(matrix)
        if matrix.ndim != 2 or matrix.shape[1] != len(self.categories):
            raise ValueError("columns")
        out = self.categories[matrix.argmax(1)]
        zero = ~matrix.any(1)
        if zero.any():
            out = out.astype(object)
            out[zero] = None
        return out
