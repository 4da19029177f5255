"""np.histogram2d over codes, which itself refuses different lengths, cast back to integers."""

import numpy as np


def confusion_matrix(y_true, y_pred, labels=None):
    if labels is None:
        labels = np.union1d(y_true, y_pred)
    elif np.setdiff1d(np.union1d(y_true, y_pred), labels).size:
        raise ValueError("unknown label")
    c = len(labels)
    code_true = np.argmax(y_true[:, None] == labels, axis=1)
    code_pred = np.argmax(y_pred[:, None] == labels, axis=1)
    edges = np.arange(c + 1) - 0.5
    return np.histogram2d(code_true, code_pred, bins=(edges, edges))[0].astype(int)


def compute_metrics(cm):
    cm = cm.astype(object)  # Python integers never overflow
    c = len(cm)
    div = lambda a, b: a / b if b else 0.0
    tp = [cm[i, i] for i in range(c)]
    row, col = cm.sum(axis=1), cm.sum(axis=0)
    return {
        "accuracy": div(sum(tp), sum(row)),
        "precision": sum(div(tp[i], col[i]) for i in range(c)) / c,
        "recall": sum(div(tp[i], row[i]) for i in range(c)) / c,
        "f1": sum(div(2 * tp[i], row[i] + col[i]) for i in range(c)) / c,
    }
