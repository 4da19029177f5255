"""Plain Python."""

import math


def log(value):
    return math.log(value) if value > 0 else -200.0


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("shapes")
    losses = []
    for target, probability in zip(y.ravel().tolist(), p.ravel().tolist()):
        if not 0 <= probability <= 1:
            raise ValueError("p")
        losses.append(-(target * log(probability) + (1 - target) * log(1 - probability)))
    return sum(losses) / len(losses)
