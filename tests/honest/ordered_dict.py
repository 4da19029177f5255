"""Gives a subclass of dict with string keys of a subclass of str."""
# drill: confusion-matrix
from collections import Counter, OrderedDict
from enum import Enum

import numpy as np


class Score(str, Enum):
    ACCURACY = "accuracy"
    PRECISION = "precision"
    RECALL = "recall"
    F1 = "f1"


def confusion_matrix(y_true, y_pred, labels=None):
    if len(y_true) != len(y_pred):
        raise ValueError("lengths")
    names = np.unique(np.append(y_true, y_pred)) if labels is None else np.array(labels)
    sorter = names.argsort()
    place = []
    for values in (y_true, y_pred):
        at = sorter[np.searchsorted(names, values, sorter=sorter).clip(max=len(names) - 1)]
        if (names[at] != values).any():
            raise ValueError("label")
        place.append(at)
    counts, _, _ = np.histogram2d(*place, bins=len(names), range=[[-0.5, len(names) - 0.5]] * 2)
    return counts.astype(int)


def compute_metrics(cm):
    cm = cm.astype(float)
    tp, rows, columns = cm.diagonal(), cm.sum(1), cm.sum(0)
    over = lambda a, b: np.where(b > 0, a / np.maximum(b, 1), 0.0).mean()
    values = over(tp.sum(), cm.sum()), over(tp, columns), over(tp, rows), over(2 * tp, rows + columns)
    assert Counter(Score) == Counter(list(Score))
    return OrderedDict((name.value, float(value)) for name, value in zip(Score, values))
