"""np.unique's inverse for positions, np.add.at for counting; precision and recall first, then F1 from them."""

import numpy as np


def confusion_matrix(y_true, y_pred, labels=None):
    n = len(y_true)
    if n != len(y_pred):
        raise ValueError("y_true and y_pred differ in length")
    both = np.concatenate([y_true, y_pred])
    if labels is None:
        labels, codes = np.unique(both, return_inverse=True)
    else:
        present, inverse = np.unique(both, return_inverse=True)
        place = {label: i for i, label in enumerate(labels.tolist())}
        try:
            codes = np.array([place[label] for label in present.tolist()], dtype=int)[inverse]
        except KeyError as missing:
            raise ValueError(f"{missing} is not among the labels") from None
    cm = np.zeros((len(labels), len(labels)), dtype=int)
    np.add.at(cm, (codes[:n], codes[n:]), 1)
    return cm


def compute_metrics(cm):
    tp = np.diagonal(cm)
    with np.errstate(divide="ignore", invalid="ignore"):
        precision = np.nan_to_num(tp / cm.sum(axis=0))
        recall = np.nan_to_num(tp / cm.sum(axis=1))
        f1 = np.nan_to_num(2 * precision * recall / (precision + recall))
        accuracy = np.nan_to_num(tp.sum() / cm.sum())
    return {"accuracy": accuracy, "precision": precision.mean(), "recall": recall.mean(), "f1": f1.mean()}
