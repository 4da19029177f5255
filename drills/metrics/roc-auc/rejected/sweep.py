"""A sweep in Python over the sorted rows — test_no_loop_over_rows"""

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
    fpr, tpr, cuts, tp, fp = [0.0], [0.0], [np.inf], 0, 0
    for i in range(len(score)):
        tp, fp = tp + positive[i], fp + (not positive[i])
        if i + 1 == len(score) or score[i + 1] != score[i]:
            fpr.append(fp / (~positive).sum())
            tpr.append(tp / positive.sum())
            cuts.append(score[i])
    return np.array(fpr), np.array(tpr), np.array(cuts)


def roc_auc_score(y_true, y_score):
    fpr, tpr, _ = roc_curve(y_true, y_score)
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))
