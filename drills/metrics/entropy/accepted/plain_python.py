"""Counter, math and fsum, without NumPy."""

import math
from collections import Counter

LOG = {"bits": math.log2, "nats": math.log}


def entropy(p, unit="bits"):
    if unit not in LOG:
        raise ValueError(unit)
    values = [float(x) for x in p]
    if any(math.isnan(x) or x < 0 for x in values):
        raise ValueError("negative or NaN")
    if math.isinf(sum(values)) or abs(math.fsum(values) - 1.0) > 1e-8:
        raise ValueError("does not sum to 1")
    return max(0.0, -math.fsum(x * LOG[unit](x) for x in values if x > 0))


def label_entropy(labels, unit="bits"):
    if unit not in LOG:
        raise ValueError(unit)
    n = len(labels)
    return max(0.0, math.fsum(c / n * LOG[unit](n / c) for c in Counter(labels.tolist()).values()))


def information_gain(labels, groups, unit="bits"):
    if len(labels) != len(groups):
        raise ValueError("labels and groups differ in length")
    if unit not in LOG:
        raise ValueError(unit)
    n = len(labels)
    pairs = Counter(zip(labels.tolist(), groups.tolist()))
    of_label, of_group = Counter(labels.tolist()), Counter(groups.tolist())
    # Mutual information, term by term.
    terms = (c / n * LOG[unit](c * n / (of_label[a] * of_group[b])) for (a, b), c in pairs.items())
    return max(0.0, math.fsum(terms))
