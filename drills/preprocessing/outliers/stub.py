"""Outliers by quartiles and by z-score."""

import numpy as np


def iqr_outliers(x: np.ndarray, k: float = 1.5) -> np.ndarray:
    """Mask (n,) of the values beyond q1 - k * iqr or q3 + k * iqr; NaN is never one.  ValueError for a negative k."""
    raise NotImplementedError


def zscore_outliers(x: np.ndarray, threshold: float = 3.0) -> np.ndarray:
    """Mask (n,) of the values with |x - mean| / std > threshold; NaN is never one.  ValueError for a negative threshold."""
    raise NotImplementedError
