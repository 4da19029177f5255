"""Makes a class of every integer up to the largest label — test_given_labels_set_the_order"""

import numpy as np


def confusion_matrix(y_true, y_pred, labels=None):
    if len(y_true) != len(y_pred):
        raise ValueError("lengths differ")
    if labels is None:
        labels = np.union1d(y_true, y_pred)
    elif not np.isin(np.concatenate([y_true, y_pred]), labels).all():
        raise ValueError("unknown label")
    if y_true.dtype.kind == "U" or (np.asarray(labels) < 0).any():
        order = np.argsort(labels)
        y_true = order[np.searchsorted(labels, y_true, sorter=order)]
        y_pred = order[np.searchsorted(labels, y_pred, sorter=order)]
        labels = np.arange(len(labels))
    c = int(max(labels)) + 1
    return np.bincount(y_true.astype(int) * c + y_pred, minlength=c * c).reshape(c, c)


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
