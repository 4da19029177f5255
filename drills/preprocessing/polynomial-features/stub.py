"""Polynomial features."""

import numpy as np


def polynomial_features(X: np.ndarray, degree: int = 2) -> np.ndarray:
    """All products of columns of X (n, d) of total degree 0 to `degree`, in graded dictionary order."""
    raise NotImplementedError
