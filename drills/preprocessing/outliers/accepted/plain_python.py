"""Plain Python, one value at a time."""

import math


def _quantile(ordered, share):
    place = share * (len(ordered) - 1)
    low = int(place)
    return ordered[low] + (ordered[low + 1] - ordered[low]) * (place - low)


def iqr_outliers(x, k=1.5):
    if k < 0:
        raise ValueError("k must be at least 0")
    values = [float(v) for v in x]
    ordered = sorted(v for v in values if not math.isnan(v))
    if len(set(ordered)) < 2:
        return [False] * len(values)
    q1, q3 = _quantile(ordered, 0.25), _quantile(ordered, 0.75)
    low, high = q1 - k * (q3 - q1), q3 + k * (q3 - q1)
    return [v < low or v > high for v in values]


def zscore_outliers(x, threshold=3.0):
    if threshold < 0:
        raise ValueError("threshold must be at least 0")
    values = [float(v) for v in x]
    present = [v for v in values if not math.isnan(v)]
    if len(set(present)) < 2:
        return [False] * len(values)
    mean = math.fsum(present) / len(present)
    std = math.sqrt(math.fsum((v - mean) ** 2 for v in present) / len(present))
    return [abs(v - mean) > threshold * std for v in values]
