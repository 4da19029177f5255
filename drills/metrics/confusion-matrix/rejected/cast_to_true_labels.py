"""Casts the predicted labels to the type of the true ones, so abc is an a and 300 is 44 — test_labels_of_different_width"""

import numpy as np


def confusion_matrix(y_true, y_pred, labels=None):
    if len(y_true) != len(y_pred):
        raise ValueError("lengths differ")
    if labels is None:
        y_pred = y_pred.astype(y_true.dtype)
        labels = np.union1d(y_true, y_pred)
    if not np.isin(np.concatenate([y_true, y_pred]), labels).all():
        raise ValueError("unknown label")
    c = len(labels)
    order = np.argsort(labels)
    i = order[np.searchsorted(labels, y_true, sorter=order)]
    j = order[np.searchsorted(labels, y_pred, sorter=order)]
    return np.bincount(i * c + j, minlength=c * c).reshape(c, c)


def compute_metrics(cm):
    tp = np.diag(cm).astype(float)
    predicted, actual = cm.sum(axis=0), cm.sum(axis=1)
    precision = tp / np.maximum(predicted, 1)
    recall = tp / np.maximum(actual, 1)
    f1 = 2 * tp / np.maximum(predicted + actual, 1)
    return {
        "accuracy": tp.sum() / max(cm.sum(), 1),
        "precision": precision.mean(),
        "recall": recall.mean(),
        "f1": f1.mean(),
    }
