"""Checks k after the early return — test_negative_limits"""

import numpy as np


def _prep(x):
    x = np.asarray(x).astype(float)
    return x, ~np.isnan(x)


def iqr_outliers(x, k=1.5):
    x, here = _prep(x)
    out = np.zeros(len(x), bool)
    p = x[here]
    if len(p) == 0 or p.min() == p.max():
        return out
    if k < 0:
        raise ValueError
    q1, q3 = np.percentile(p, [25, 75])
    iqr = q3 - q1
    out[here] = (p < q1 - k * iqr) | (p > q3 + k * iqr)
    return out


def zscore_outliers(x, threshold=3.0):
    if threshold < 0:
        raise ValueError("threshold")
    x, here = _prep(x)
    out = np.zeros(len(x), bool)
    p = x[here]
    if len(p) == 0 or p.min() == p.max():
        return out
    out[here] = np.abs(p - p.mean()) / p.std() > threshold
    return out
