"""Results in the other byte order."""
# drill: confusion-matrix
import numpy as np


def confusion_matrix(y_true, y_pred, labels=None):
    if y_true.size != y_pred.size:
        raise ValueError(f"{y_true.size} != {y_pred.size}")
    classes = np.unique(np.r_[y_true, y_pred]) if labels is None else labels
    hits = (y_true[:, None] == classes).argmax(1), (y_pred[:, None] == classes).argmax(1)
    for values in (y_true, y_pred):
        if not np.isin(values, classes).all():
            raise ValueError("a label that is not listed")
    c = len(classes)
    return np.bincount(hits[0] * c + hits[1], minlength=c * c).reshape(c, c).astype(">i8")


def compute_metrics(cm):
    cm = cm.astype(">f8")
    tp, fn, fp = np.diag(cm), cm.sum(1) - np.diag(cm), cm.sum(0) - np.diag(cm)
    with np.errstate(all="ignore"):
        precision, recall, f1 = tp / (tp + fp), tp / (tp + fn), 2 * tp / (2 * tp + fp + fn)
        accuracy = tp.sum() / cm.sum()
    return {
        "accuracy": np.nan_to_num(accuracy),
        "precision": np.nan_to_num(precision).mean(),
        "recall": np.nan_to_num(recall).mean(),
        "f1": np.nan_to_num(f1).mean(),
    }
