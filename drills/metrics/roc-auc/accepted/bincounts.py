"""Counts for each distinct score by bincount, cumulated; np.trapezoid for the area."""

import numpy as np


def _rates(y_true, y_score):
    if len(y_true) != len(y_score):
        raise ValueError("different lengths")
    values, code = np.unique(y_score, return_inverse=True)
    total = np.bincount(code)
    hits = np.bincount(code[y_true == 1], minlength=len(values))
    tp, fp = np.cumsum(hits[::-1]), np.cumsum((total - hits)[::-1])
    if not len(values) or tp[-1] == 0 or fp[-1] == 0:
        raise ValueError("only one class")
    return np.concatenate([[0.0], fp / fp[-1]]), np.concatenate([[0.0], tp / tp[-1]]), values[::-1]


def roc_curve(y_true, y_score):
    fpr, tpr, values = _rates(y_true, y_score)
    return [fpr, tpr, np.concatenate([[np.inf], values])]


def roc_auc_score(y_true, y_score):
    fpr, tpr, _ = _rates(y_true, y_score)
    area = getattr(np, "trapezoid", None) or np.trapz
    return area(tpr, fpr)
