"""Mean of squares minus square of the mean — test_zscore_far_from_zero"""

import numpy as np


def iqr_outliers(x, k=1.5):
    if k < 0:
        raise ValueError("k")
    x = x.astype(float)
    present = x[~np.isnan(x)]
    if len(present) == 0 or np.all(present == present[0]):
        return np.zeros(len(x), dtype=bool)
    q1, q3 = np.percentile(present, [25, 75])
    iqr = q3 - q1
    return (x < q1 - k * iqr) | (x > q3 + k * iqr)


def zscore_outliers(x, threshold=3.0):
    if threshold < 0:
        raise ValueError("threshold")
    x = x.astype(float)
    present = x[~np.isnan(x)]
    if len(present) == 0 or np.all(present == present[0]):
        return np.zeros(len(x), dtype=bool)
    mean, std = present.mean(), np.sqrt(max(np.mean(present**2) - np.mean(present) ** 2, 1e-300))
    return np.abs(x - mean) / std > threshold
