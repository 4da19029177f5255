"""Multiplies the two counts in int32 — test_many_pairs"""

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
    return np.r_[0, fps] / fps[-1], np.r_[0, tps] / tps[-1], np.r_[np.inf, score[last]]


def roc_auc_score(y_true, y_score):
    positive, score = check(y_true, y_score)
    high, low = score[positive], np.sort(score[~positive])
    won = (np.searchsorted(low, high, "left") + np.searchsorted(low, high, "right")).sum() / 2
    pairs = np.array([len(high)], dtype=np.int32) * np.array([len(low)], dtype=np.int32)
    return float(won / pairs[0])
