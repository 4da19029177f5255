"""NumPy scalars and arrays of no dimension where numbers are asked for."""
# drill: confusion-matrix
import numpy as np


def confusion_matrix(y_true, y_pred, labels=None):
    if len(y_true) != len(y_pred):
        raise ValueError("lengths")
    if labels is None:
        labels = np.union1d(y_true, y_pred)
    if not (np.isin(y_true, labels).all() and np.isin(y_pred, labels).all()):
        raise ValueError("label")
    rows, columns = (y_true[:, None] == labels).astype(np.int32), (y_pred[:, None] == labels).astype(np.int32)
    return rows.T @ columns


def compute_metrics(cm):
    cm = cm.astype(np.longdouble)
    hits, rows, columns = np.diag(cm), cm.sum(1), cm.sum(0)

    def mean(top, bottom):
        return np.float64((top / np.where(bottom == 0, 1, bottom)).mean())

    return {
        "accuracy": np.asarray(hits.sum() / max(cm.sum(), np.longdouble(1)), dtype=np.float64),
        "precision": mean(hits, columns),
        "recall": mean(hits, rows),
        "f1": np.asarray(mean(2 * hits, rows + columns)),
    }
