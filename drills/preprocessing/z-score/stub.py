"""Z-scores for training and new data."""

import numpy as np


def zscore_normalize(X: np.ndarray, epsilon: float = 1e-8) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """X (n, d) normalized per column, with the means (d,) and the standard deviations (d,)."""
    raise NotImplementedError


def apply_normalization(X: np.ndarray, mean: np.ndarray, std: np.ndarray, epsilon: float = 1e-8) -> np.ndarray:
    """X (n, d) normalized by the given means and standard deviations."""
    raise NotImplementedError
