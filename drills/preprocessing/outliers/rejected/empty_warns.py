"""Computes the mean of nothing, which warns — test_nothing_present"""

import numpy as np


def iqr_outliers(x, k=1.5):
    if k < 0:
        raise ValueError("k")
    x = x.astype(float)
    present = x[~np.isnan(x)]
    if len(present) and np.all(present == present[0]):
        return np.zeros(len(x), dtype=bool)
    if not len(present):
        return x > np.mean(present)
    q1, q3 = np.percentile(present, [25, 75])
    iqr = q3 - q1
    return (x < q1 - k * iqr) | (x > q3 + k * iqr)


def zscore_outliers(x, threshold=3.0):
    if threshold < 0:
        raise ValueError("threshold")
    x = x.astype(float)
    present = x[~np.isnan(x)]
    if len(present) and np.all(present == present[0]):
        return np.zeros(len(x), dtype=bool)
    mean, std = present.mean(), present.std()
    return np.abs(x - mean) / std > threshold
