"""Counts at the first row of each tie — test_one_point_for_each_score"""

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
    last = np.r_[True, score[1:] != score[:-1]]
    tps = np.cumsum(positive)[last]
    fps = np.cumsum(~positive)[last]
    total_p, total_n = positive.sum(), (~positive).sum()
    return np.r_[0, fps] / total_n, np.r_[0, tps] / total_p, np.r_[np.inf, score[last]]


def roc_auc_score(y_true, y_score):
    fpr, tpr, _ = roc_curve(y_true, y_score)
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
