"""Gradient checking by central differences."""

from collections.abc import Callable

import numpy as np


def numerical_gradient(f: Callable[[np.ndarray], float], x: np.ndarray, eps: float = 1e-5) -> np.ndarray:
    """Gradient of f at x by central differences, of x's shape."""
    point = np.array(x, dtype=np.float64)  # a copy that may be bent, and floats for integers
    gradient = np.empty_like(point)
    for i in np.ndindex(point.shape):
        middle = point[i]
        point[i] = middle + eps
        above = f(point)
        point[i] = middle - eps
        below = f(point)
        point[i] = middle  # put back, not added back: middle - eps + eps need not be middle
        gradient[i] = (above - below) / (2 * eps)
    return gradient


def gradient_check(
    analytical: np.ndarray, f: Callable[[np.ndarray], float], x: np.ndarray, eps: float = 1e-5, threshold: float = 1e-5
) -> bool:
    """Whether the relative error of the gradient `analytical` of f at x is at most threshold."""
    numerical = numerical_gradient(f, x, eps)
    scale = np.linalg.norm(analytical) + np.linalg.norm(numerical)  # of an array of any shape, flattened
    if scale == 0:
        return True
    return bool(np.linalg.norm(analytical - numerical) / scale <= threshold)  # False for NaN
