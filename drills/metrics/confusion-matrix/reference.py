"""Confusion matrix and macro metrics."""

import numpy as np


def confusion_matrix(y_true: np.ndarray, y_pred: np.ndarray, labels: np.ndarray | None = None) -> np.ndarray:
    """Counts of (true class, predicted class), shape (c, c); classes are `labels`, or all that occur, sorted.

    ValueError for different lengths, or for a label outside `labels`.
    """
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    if y_true.shape != y_pred.shape:  # or broadcasting would hide it when one length is 1
        raise ValueError(f"{len(y_true)} true labels, but {len(y_pred)} predicted ones")
    labels = np.union1d(y_true, y_pred) if labels is None else np.asarray(labels)
    c = len(labels)
    cell = positions(y_true, labels) * c + positions(y_pred, labels)  # each pair as one number below c * c
    return np.bincount(cell, minlength=c * c).reshape(c, c)


def positions(values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Where each value stands in `labels`, which may be in any order; ValueError for a value that does not."""
    if not np.isin(values, labels).all():  # searchsorted would silently give a neighbour's place
        raise ValueError("a label is not among `labels`")
    order = np.argsort(labels)
    return order[np.searchsorted(labels, values, sorter=order)]


def compute_metrics(cm: np.ndarray) -> dict[str, float]:
    """Accuracy and macro precision, recall and f1 of a confusion matrix; a score that is undefined is 0."""
    cm = np.asarray(cm).astype(float)  # before any arithmetic: 2 * 100 does not fit in int8
    hits = np.diag(cm)
    actual, predicted = cm.sum(axis=1), cm.sum(axis=0)
    return {
        "accuracy": float(ratio(hits.sum(), cm.sum())),
        "precision": float(ratio(hits, predicted).mean()),
        "recall": float(ratio(hits, actual).mean()),
        "f1": float(ratio(2 * hits, actual + predicted).mean()),  # 2 TP / (2 TP + FP + FN)
    }


def ratio(numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    """The quotient, and 0 where the denominator is 0; nothing is divided there, so nothing warns."""
    return np.divide(numerator, denominator, out=np.zeros_like(denominator), where=denominator != 0)
