"""Plain Python with math.fsum and a loop."""

import math


def _pairs(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    pairs = [(float(t), float(p)) for t, p in zip(y_true, y_pred)]
    if not pairs:
        raise ValueError("nothing to score")
    return pairs


def mse(y_true, y_pred):
    pairs = _pairs(y_true, y_pred)
    return math.fsum((t - p) ** 2 for t, p in pairs) / len(pairs)


def rmse(y_true, y_pred):
    return math.sqrt(mse(y_true, y_pred))


def mae(y_true, y_pred):
    pairs = _pairs(y_true, y_pred)
    return math.fsum(abs(t - p) for t, p in pairs) / len(pairs)


def r2_score(y_true, y_pred):
    pairs = _pairs(y_true, y_pred)
    truth = [t for t, _ in pairs]
    if len(set(truth)) == 1:
        return 1 if all(t == p for t, p in pairs) else 0
    mean = math.fsum(truth) / len(truth)
    return 1 - math.fsum((t - p) ** 2 for t, p in pairs) / math.fsum((t - mean) ** 2 for t in truth)
