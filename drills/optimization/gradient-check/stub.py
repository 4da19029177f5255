"""Gradient checking by central differences."""

from collections.abc import Callable

import numpy as np


def numerical_gradient(f: Callable[[np.ndarray], float], x: np.ndarray, eps: float = 1e-5) -> np.ndarray:
    """Gradient of f at x by central differences, of x's shape."""
    raise NotImplementedError


def gradient_check(
    analytical: np.ndarray, f: Callable[[np.ndarray], float], x: np.ndarray, eps: float = 1e-5, threshold: float = 1e-5
) -> bool:
    """Whether the relative error of the gradient `analytical` of f at x is at most threshold."""
    raise NotImplementedError
