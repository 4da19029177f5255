"""Counts in uint8 — test_many_samples"""

import numpy as np


def div(a, b):
    return a / b if b else 0.0


def precision_recall_f1(y_true, y_pred, average="binary", pos_label=1):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if average not in ("binary", "macro", "micro", "weighted"):
        raise ValueError("unknown average")
    if len(y_true) == 0:
        return 0.0, 0.0, 0.0
    labels = [pos_label] if average == "binary" else np.union1d(y_true, y_pred)
    tp = [np.sum((y_true == label) & (y_pred == label), dtype=np.uint8) for label in labels]
    true = [np.sum(y_true == label) for label in labels]
    pred = [np.sum(y_pred == label) for label in labels]
    if average == "micro":
        tp, true, pred = [sum(tp)], [sum(true)], [sum(pred)]
    weights = true if average == "weighted" else [1] * len(tp)
    p = [div(a, b) for a, b in zip(tp, pred)]
    r = [div(a, b) for a, b in zip(tp, true)]
    f = [div(2 * a, b + c) for a, b, c in zip(tp, pred, true)]
    return tuple(float(np.average(each, weights=weights)) for each in (p, r, f))
