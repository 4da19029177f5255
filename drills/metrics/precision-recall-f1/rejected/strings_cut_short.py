"""Casts y_pred to the string type of y_true, which cuts longer labels — test_strings"""

import numpy as np


def precision_recall_f1(y_true, y_pred, average="binary", pos_label=1):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if average not in ("binary", "macro", "micro", "weighted"):
        raise ValueError("unknown average")
    if len(y_true) == 0:
        return 0.0, 0.0, 0.0
    y_pred = y_pred.astype(y_true.dtype)
    labels = [pos_label] if average == "binary" else np.union1d(y_true, y_pred)
    tp = np.array([np.sum((y_true == label) & (y_pred == label)) for label in labels])
    true = np.array([np.sum(y_true == label) for label in labels])
    pred = np.array([np.sum(y_pred == label) for label in labels])
    if average == "micro":
        tp, true, pred = tp.sum(keepdims=True), true.sum(keepdims=True), pred.sum(keepdims=True)
    weights = true if average == "weighted" else np.ones(len(tp))
    scores = tp / np.maximum(pred, 1), tp / np.maximum(true, 1), 2 * tp / np.maximum(pred + true, 1)
    return tuple(float(np.average(each, weights=weights)) for each in scores)
