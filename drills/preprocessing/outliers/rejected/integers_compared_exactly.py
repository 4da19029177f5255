"""Compares integers, then computes in floats, where they are equal — test_integers_equal_as_floats"""

import numpy as np


def iqr_outliers(x, k=1.5):
    if k < 0:
        raise ValueError("k")
    x = x.astype(float)
    present = x[~np.isnan(x)]
    if len(present) == 0:
        return np.zeros(len(x), dtype=bool)
    q1, q3 = np.percentile(present, [25, 75])
    iqr = q3 - q1
    return (present.min() < present.max()) & ((x < q1 - k * iqr) | (x > q3 + k * iqr))


def zscore_outliers(x, threshold=3.0):
    if threshold < 0:
        raise ValueError("threshold")
    present = x[~np.isnan(x)]
    if len(present) == 0 or present.min() == present.max():
        return np.zeros(len(x), dtype=bool)
    return np.abs(x - present.mean()) / present.std() > threshold
