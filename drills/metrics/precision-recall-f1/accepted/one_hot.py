"""One-hot matrices by comparison; micro as accuracy."""

import numpy as np


def precision_recall_f1(y_true, y_pred, average="binary", pos_label=1):
    if np.shape(y_true) != np.shape(y_pred):
        raise ValueError("y_true and y_pred must have the same shape")
    if average not in {"binary", "macro", "micro", "weighted"}:
        raise ValueError("average")
    n = y_true.shape[0]
    if not n:
        return (0.0,) * 3
    if average == "micro":
        accuracy = np.mean(y_true == y_pred)
        return accuracy, accuracy, accuracy
    classes = np.array([pos_label]) if average == "binary" else np.unique(np.concatenate((y_true, y_pred)))
    truth, guess = y_true[:, None] == classes, y_pred[:, None] == classes
    tp, fp, fn = (truth & guess).sum(0), (~truth & guess).sum(0), (truth & ~guess).sum(0)
    p = tp / np.maximum(tp + fp, 1)
    r = tp / np.maximum(tp + fn, 1)
    with np.errstate(invalid="ignore"):
        f = np.nan_to_num(2 * p * r / (p + r))
    if average == "weighted":
        support = truth.mean(axis=0)
        return p @ support, r @ support, f @ support
    return p.mean(), r.mean(), f.mean()
