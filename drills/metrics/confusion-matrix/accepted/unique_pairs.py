"""Counts distinct pairs of codes with np.unique and writes each count once; np.stack refuses different lengths."""

import numpy as np


def confusion_matrix(y_true, y_pred, labels=None):
    classes = np.unique(np.r_[y_true, y_pred] if labels is None else labels)
    slots = np.arange(len(classes)) if labels is None else np.argsort(labels)
    codes = []
    for values in (y_true, y_pred):
        place = np.clip(np.searchsorted(classes, values), 0, len(classes) - 1)
        if (classes[place] != values).any():
            raise ValueError("unknown label")
        codes.append(slots[place])
    cm = np.zeros((len(classes),) * 2, dtype=np.uint32)
    pairs, numbers = np.unique(np.stack(codes), axis=1, return_counts=True)
    cm[pairs[0], pairs[1]] = numbers
    return cm


def compute_metrics(cm):
    cm = np.asarray(cm, dtype=np.float64)
    tp, truth, guess = cm.diagonal(), cm.sum(1), cm.sum(0)

    def mean(top, bottom):
        safe = bottom > 0
        return np.sum(top[safe] / bottom[safe]) / len(cm)

    return {"accuracy": np.trace(cm) / cm.sum() if cm.any() else 0.0, "precision": mean(tp, guess), "recall": mean(tp, truth), "f1": mean(2 * tp, truth + guess)}
