"""Area by mean ranks (Mann-Whitney); curve by searchsorted at the distinct scores."""

import numpy as np


def _split(y_true, y_score):
    if y_true.shape != y_score.shape:
        raise ValueError("lengths differ")
    mask = y_true == 1
    pos, neg = y_score[mask], y_score[~mask]
    if not len(pos) or not len(neg):
        raise ValueError("both classes are needed")
    return np.sort(pos), np.sort(neg)


def roc_curve(y_true, y_score):
    pos, neg = _split(y_true, y_score)
    cuts = np.unique(y_score)[::-1]
    tpr = (len(pos) - np.searchsorted(pos, cuts)) / len(pos)
    fpr = (len(neg) - np.searchsorted(neg, cuts)) / len(neg)
    return np.insert(fpr, 0, 0.0), np.insert(tpr, 0, 0.0), np.insert(cuts.astype(float), 0, np.inf)


def roc_auc_score(y_true, y_score):
    _split(y_true, y_score)
    _, code, count = np.unique(y_score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[code]
    p = int(np.sum(y_true == 1))
    return (rank[y_true == 1].sum() - p * (p + 1) / 2) / (p * (len(y_true) - p))
