"""Everything from a confusion matrix; binary is one class of it."""

import numpy as np


def precision_recall_f1(y_true, y_pred, average="binary", pos_label=1):
    modes = {"binary": None, "macro": None, "micro": None, "weighted": None}
    if y_true.shape != y_pred.shape or average not in modes:
        raise ValueError("bad call")
    if average == "binary":
        codes, c = 2 * (y_true == pos_label) + (y_pred == pos_label), 2
    else:
        classes = np.union1d(y_true, y_pred)
        c = len(classes)
        codes = c * np.searchsorted(classes, y_true) + np.searchsorted(classes, y_pred)
    cm = np.bincount(codes, minlength=c * c).reshape(c, c).astype(float)
    hits, rows, columns = cm.diagonal(), cm.sum(axis=1), cm.sum(axis=0)
    if average == "binary":
        hits, rows, columns = hits[1:], rows[1:], columns[1:]
    if average == "micro":
        hits, rows, columns = (v.sum()[None] for v in (hits, rows, columns))
    weights = rows / rows.sum() if average == "weighted" and rows.sum() else np.full(len(hits), 1 / max(len(hits), 1))
    safe = lambda top, bottom: np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)
    return float(weights @ safe(hits, columns)), float(weights @ safe(hits, rows)), float(weights @ safe(2 * hits, rows + columns))
