"""Entropy and information gain."""

import numpy as np

_LOGARITHMS = {"bits": np.log2, "nats": np.log}


def entropy(p: np.ndarray, unit: str = "bits") -> float:
    """Entropy of a distribution p (c,) in "bits" or "nats"."""
    p = np.asarray(p, dtype=np.float64)
    # `not (p >= 0).all()` is true for NaN as well, `(p < 0).any()` is not.
    if p.size == 0 or not (p >= 0).all() or abs(p.sum() - 1) > 1e-8:
        raise ValueError("p must be a distribution: not empty, no negative entry, sum 1")
    return _entropy(p, unit)


def label_entropy(labels: np.ndarray, unit: str = "bits") -> float:
    """Entropy of the shares of the distinct labels, labels (n,) of any dtype."""
    return information_gain(labels, labels, unit)  # knowing the label leaves nothing open


def information_gain(labels: np.ndarray, groups: np.ndarray, unit: str = "bits") -> float:
    """How much of the entropy of labels (n,) is gone once the group (n,) is known."""
    labels, groups = np.asarray(labels), np.asarray(groups)
    if len(labels) != len(groups):
        raise ValueError(f"{len(labels)} labels but {len(groups)} groups")
    _logarithm(unit)
    n = len(labels)
    if n == 0:
        return 0.0
    classes, y = np.unique(labels, return_inverse=True)
    names, g = np.unique(groups, return_inverse=True)
    # Rows of the table of counts are groups: one bincount of a code for (group, class).
    counts = np.bincount(g * len(classes) + y, minlength=len(names) * len(classes)).reshape(len(names), -1)
    left = sum(row.sum() / n * _entropy(row / row.sum(), unit) for row in counts)
    return max(0.0, float(_entropy(counts.sum(axis=0) / n, unit) - left))


def _entropy(p: np.ndarray, unit: str) -> float:
    p = p[p > 0]  # 0 log 0 is 0: leave the term out
    # max: entries that sum to 1 + 1e-9 may give -1e-9, and a sum of no terms is -0.0.
    return max(0.0, -float(p @ _logarithm(unit)(p)))


def _logarithm(unit: str) -> np.ufunc:
    if unit not in _LOGARITHMS:
        raise ValueError(f"unit must be 'bits' or 'nats', not {unit!r}")
    return _LOGARITHMS[unit]
