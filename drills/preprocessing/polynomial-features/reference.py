"""Polynomial features."""

from itertools import combinations_with_replacement

import numpy as np


def polynomial_features(X: np.ndarray, degree: int = 2) -> np.ndarray:
    """All products of columns of X (n, d) of total degree 0 to `degree`, in graded dictionary order."""
    if degree < 0:
        raise ValueError(f"degree must not be negative, got {degree}")
    if X.dtype.kind != "f":
        X = X.astype(np.float64)  # before the products, which overflow in narrow integers
    n, d = X.shape
    columns = [
        X[:, factors].prod(axis=1)  # the empty product is 1, the column of degree 0
        for total in range(degree + 1)
        for factors in map(list, combinations_with_replacement(range(d), total))
    ]
    return np.column_stack(columns)
