"""One-hot rows by comparison with the labels; the matrix is a product of the two, which refuses different lengths."""

import numpy as np


def confusion_matrix(y_true, y_pred, labels=None):
    if labels is None:
        labels = np.unique(np.concatenate((y_true, y_pred)))
    true_hot = y_true[:, None] == labels[None, :]
    pred_hot = y_pred[:, None] == labels[None, :]
    if not (true_hot.any(axis=1).all() and pred_hot.any(axis=1).all()):
        raise ValueError("label outside labels")
    return true_hot.T.astype(np.int32) @ pred_hot


def compute_metrics(cm):
    tp = np.diag(cm)
    p = tp / np.maximum(cm.sum(axis=0), 1)  # where the sum is 0 the numerator is 0 as well
    r = tp / np.maximum(cm.sum(axis=1), 1)
    f = 2 * p * r / np.where(p + r == 0, np.inf, p + r)
    return dict(accuracy=tp.sum() / max(cm.sum(), 1), precision=np.mean(p), recall=np.mean(r), f1=np.mean(f))
