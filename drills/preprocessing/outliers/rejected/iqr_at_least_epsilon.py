"""Lifts a small iqr to an epsilon — test_small_spread"""

import numpy as np


def iqr_outliers(x, k=1.5):
    if k < 0:
        raise ValueError("k")
    x = x.astype(float)
    present = x[~np.isnan(x)]
    if len(present) == 0 or np.all(present == present[0]):
        return np.zeros(len(x), dtype=bool)
    q1, q3 = np.percentile(present, [25, 75])
    iqr = max(q3 - q1, 1e-9 * abs(q3))
    return (x < q1 - k * iqr) | (x > q3 + k * iqr)


def zscore_outliers(x, threshold=3.0):
    if threshold < 0:
        raise ValueError("threshold")
    x = x.astype(float)
    present = x[~np.isnan(x)]
    if len(present) == 0 or np.all(present == present[0]):
        return np.zeros(len(x), dtype=bool)
    mean, std = present.mean(), present.std()
    return np.abs(x - mean) / std > threshold
