"""nanpercentile, nanmean and nanstd; distances multiplied out."""

import numpy as np


def _settled(x, limit):
    if limit < 0:
        raise ValueError("negative limit")
    x = np.array(x, dtype=np.float64)
    return x, np.isnan(x).all() or np.nanmin(x) == np.nanmax(x)


def iqr_outliers(x, k=1.5):
    x, none = _settled(x, k)
    if none:
        return np.full(x.shape, False)
    q1, q3 = np.nanquantile(x, 0.25), np.nanquantile(x, 0.75)
    fence = k * (q3 - q1)
    return np.logical_or(x - q1 < -fence, x - q3 > fence)


def zscore_outliers(x, threshold=3.0):
    x, none = _settled(x, threshold)
    if none:
        return np.full(x.shape, False)
    return (x - np.nanmean(x)) ** 2 > threshold**2 * np.nanvar(x)
