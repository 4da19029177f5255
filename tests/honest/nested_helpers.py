"""Functions inside functions, closures and nonlocal names."""
# drill: confusion-matrix
import numpy as np


def confusion_matrix(y_true, y_pred, labels=None):
    calls = 0

    def encoder(classes):
        order = np.argsort(classes)

        def encode(values):
            nonlocal calls
            calls += 1
            if not np.isin(values, classes).all():
                raise ValueError("unknown label")
            return order[np.searchsorted(classes, values, sorter=order)]

        return encode

    if np.shape(y_true) != np.shape(y_pred):
        raise ValueError("lengths")
    classes = np.unique(np.concatenate([y_true, y_pred])) if labels is None else labels
    encode = encoder(classes)
    found = np.zeros((len(classes), len(classes)), dtype=int)
    np.add.at(found, (encode(y_true), encode(y_pred)), 1)
    assert calls == 2
    return found


def compute_metrics(cm):
    def safe(top, bottom):
        return np.divide(top, bottom, out=np.zeros_like(bottom, dtype=float), where=bottom > 0)

    cm = cm.astype(float)
    hits, rows, columns = np.diagonal(cm), cm.sum(1), cm.sum(0)
    total = np.atleast_1d(cm.sum())
    return dict(
        accuracy=safe(np.atleast_1d(hits.sum()), total)[0],
        precision=safe(hits, columns).mean(),
        recall=safe(hits, rows).mean(),
        f1=safe(2 * hits, rows + columns).mean(),
    )
