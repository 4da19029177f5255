"""Thresholds from a grid over [0, 1] — test_scores_of_any_size"""

import numpy as np


def check(y_true, y_score):
    if len(y_true) != len(y_score):
        raise ValueError("lengths differ")
    positive = y_true.astype(bool)
    if positive.all() or not positive.any():
        raise ValueError("one class only")
    return positive, y_score.astype(float)


def roc_curve(y_true, y_score):
    positive, score = check(y_true, y_score)
    order = np.argsort(-score)
    positive, score = positive[order], score[order]
    grid = np.linspace(1, 0, 1001)
    above = score[:, None] >= grid
    tps, fps = (above & positive[:, None]).sum(axis=0), (above & ~positive[:, None]).sum(axis=0)
    return np.r_[0, fps] / max(fps[-1], 1), np.r_[0, tps] / max(tps[-1], 1), np.r_[np.inf, grid]


def roc_auc_score(y_true, y_score):
    fpr, tpr, _ = roc_curve(y_true, y_score)
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
