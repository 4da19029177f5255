"""Leaves out points on a straight piece — test_one_point_for_each_score"""

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
    fps, tps, cut = np.r_[0, fps], np.r_[0, tps], np.r_[np.inf, score[last]]
    keep = np.r_[True, (np.diff(fps, 2) != 0) | (np.diff(tps, 2) != 0), True]
    return fps[keep] / fps[-1], tps[keep] / tps[-1], cut[keep]


def roc_auc_score(y_true, y_score):
    fpr, tpr, _ = roc_curve(y_true, y_score)
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
