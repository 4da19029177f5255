"""Keeps float32 shares in float32 — test_float32"""

import numpy as np


def plain(p, unit):
    p = p[p > 0]
    log = {"bits": np.log2, "nats": np.log}[unit]
    return max(0.0, -float(np.sum(p * log(p))))


def checked(unit):
    if unit not in ("bits", "nats"):
        raise ValueError("unknown unit")


def entropy(p, unit="bits"):
    checked(unit)
    if p.size == 0 or not np.all(p >= 0) or abs(p.sum() - 1) > 1e-8:
        raise ValueError("not a distribution")
    return plain(p, unit)


def label_entropy(labels, unit="bits"):
    checked(unit)
    if len(labels) == 0:
        return 0.0
    counts = np.unique(labels, return_counts=True)[1]
    return entropy(counts / len(labels), unit)


def information_gain(labels, groups, unit="bits"):
    if len(labels) != len(groups):
        raise ValueError("lengths differ")
    n, rest = len(labels), 0.0
    for g in np.unique(groups):
        inside = labels[groups == g]
        rest += len(inside) / n * label_entropy(inside, unit)
    return max(0.0, label_entropy(labels, unit) - rest)
