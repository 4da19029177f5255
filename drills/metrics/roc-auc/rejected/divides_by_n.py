"""Divides both counts by n — test_curve_by_hand"""

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
    last = np.r_[score[1:] != score[:-1], True]
    tps = np.cumsum(positive)[last]
    fps = np.cumsum(~positive)[last]
    return np.r_[0, fps] / len(score), np.r_[0, tps] / len(score), np.r_[np.inf, score[last]]


def roc_auc_score(y_true, y_score):
    fpr, tpr, _ = roc_curve(y_true, y_score)
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2) / fpr[-1] / tpr[-1])
