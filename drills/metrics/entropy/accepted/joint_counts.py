"""Mutual information from a table of counts: H(labels) + H(groups) - H(both)."""

import numpy as np


def _base(unit):
    try:
        return {"bits": np.log(2.0), "nats": 1.0}[unit]
    except KeyError:
        raise ValueError(f"unit {unit!r}") from None


def _h(p):
    logs = np.log(p, out=np.zeros(p.shape), where=p > 0)
    return -np.einsum("i,i->", p, logs)


def entropy(p, unit="bits"):
    base, p = _base(unit), np.array(p, dtype=float)
    # A sum of NaN lies in no interval.
    if not p.size or p.min() < 0 or not -1e-8 <= p.sum() - 1 <= 1e-8:
        raise ValueError("p is no distribution")
    return np.maximum(_h(p) / base, 0)


def label_entropy(labels, unit="bits"):
    base = _base(unit)
    _, counts = np.unique(labels, return_counts=True)
    return np.maximum(_h(counts / labels.size) / base, 0)


def information_gain(labels, groups, unit="bits"):
    base = _base(unit)
    if labels.shape != groups.shape:
        raise ValueError("different lengths")
    if labels.size == 0:
        return 0
    classes, i = np.unique(labels, return_inverse=True)
    names, j = np.unique(groups, return_inverse=True)
    table = np.zeros((len(classes), len(names)))
    np.add.at(table, (i, j), 1 / labels.size)
    gain = _h(table.sum(axis=1)) + _h(table.sum(axis=0)) - _h(table.ravel())
    return np.clip(gain / base, 0, None)
