"""The mask is written at the places of the present values."""

import numpy as np


def _marked(x, rule):
    x = np.asarray(x)
    mask = np.zeros(len(x), dtype=bool)
    places = np.flatnonzero(x == x)
    values = x[places].astype(np.float64)
    if np.unique(values).size > 1:
        mask[places] = rule(values)
    return mask


def iqr_outliers(x, k=1.5):
    if k < 0:
        raise ValueError(f"k = {k}")

    def rule(values):
        lower, upper = np.quantile(values, (0.25, 0.75))
        return np.maximum(lower - values, values - upper) > k * (upper - lower)

    return _marked(x, rule)


def zscore_outliers(x, threshold=3.0):
    if threshold < 0:
        raise ValueError(f"threshold = {threshold}")

    def rule(values):
        gap = values - np.mean(values)
        return np.abs(gap / np.sqrt(np.mean(gap * gap))) > threshold

    return _marked(x, rule)
