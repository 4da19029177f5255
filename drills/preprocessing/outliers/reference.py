"""Outliers by quartiles and by z-score."""

import numpy as np


def iqr_outliers(x: np.ndarray, k: float = 1.5) -> np.ndarray:
    """Mask (n,) of the values beyond q1 - k * iqr or q3 + k * iqr; NaN is never one.  ValueError for a negative k."""
    if k < 0:
        raise ValueError(f"k must not be negative, got {k}")
    x = np.asarray(x, dtype=float)  # np.percentile interpolates int8 in int8, which wraps
    present = x[~np.isnan(x)]
    if no_spread(present):
        return np.zeros(x.shape, dtype=bool)
    q1, q3 = np.percentile(present, [25, 75])
    reach = k * (q3 - q1)
    return (x < q1 - reach) | (x > q3 + reach)  # a comparison with NaN is False


def zscore_outliers(x: np.ndarray, threshold: float = 3.0) -> np.ndarray:
    """Mask (n,) of the values with |x - mean| / std > threshold; NaN is never one.  ValueError for a negative threshold."""
    if threshold < 0:
        raise ValueError(f"threshold must not be negative, got {threshold}")
    x = np.asarray(x, dtype=float)
    present = x[~np.isnan(x)]
    if no_spread(present):
        return np.zeros(x.shape, dtype=bool)
    return np.abs(x - present.mean()) / present.std() > threshold


def no_spread(present: np.ndarray) -> bool:
    """No values at all, or equal ones; compared, since the computed std of equal values need not be 0."""
    return present.size == 0 or bool(present.min() == present.max())
