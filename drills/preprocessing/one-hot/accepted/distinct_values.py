"""A dict over the distinct values; rows taken from an identity matrix with a row of zeros added."""

import numpy as np


class OneHotEncoder:
    def __init__(self, handle_unknown="error"):
        if handle_unknown != "error" and handle_unknown != "ignore":
            raise ValueError("handle_unknown must be 'error' or 'ignore'")
        self.strict = handle_unknown == "error"
        self.place = None

    def fit(self, values):
        self.categories, _ = np.unique(values, return_inverse=True)
        self.place = {category: i for i, category in enumerate(self.categories.tolist())}
        return self

    def transform(self, values):
        if self.place is None:
            raise RuntimeError("not fitted")
        c = len(self.place)
        distinct, inverse = np.unique(values, return_inverse=True)
        codes = np.array([self.place.get(value, c) for value in distinct.tolist()], dtype=int)
        if self.strict and (codes == c).any():
            raise ValueError("unknown: " + repr(distinct[codes == c]))
        return np.eye(c + 1, c)[codes[inverse]]

    def inverse_transform(self, matrix):
        if self.place is None:
            raise RuntimeError("not fitted")
        if np.ndim(matrix) != 2 or np.shape(matrix)[1] != len(self.place):
            raise ValueError("columns")
        codes = np.where(matrix.any(axis=1), matrix.argmax(axis=1), len(self.place))
        if (codes < len(self.place)).all():
            return self.categories.take(codes)
        return np.append(self.categories, [None])[codes]
