"""ROC curve and the area under it."""

import numpy as np


def roc_curve(y_true: np.ndarray, y_score: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(fpr, tpr, thresholds): (0, 0) at inf, then one point for each distinct score, from the highest down.

    ValueError for different lengths or fewer than two classes.
    """
    y_true, y_score = np.asarray(y_true), np.asarray(y_score)
    if len(y_true) != len(y_score):
        raise ValueError(f"{len(y_true)} labels, but {len(y_score)} scores")
    positives = np.count_nonzero(y_true)
    if positives in (0, len(y_true)):
        raise ValueError("both classes are needed: with one of them a rate has denominator 0")

    order = np.argsort(y_score)[::-1]  # reversed, not argsort(-y_score): unsigned scores cannot be negated
    score = y_score[order]
    last = np.append(np.flatnonzero(score[1:] != score[:-1]), len(score) - 1)  # the last row of each group of ties
    tp = np.cumsum(y_true[order] != 0)[last]
    fp = last + 1 - tp  # of the first last + 1 rows, those that are not positive
    fpr, tpr = fp / (len(y_true) - positives), tp / positives
    return np.append(0.0, fpr), np.append(0.0, tpr), np.append(np.inf, score[last])


def roc_auc_score(y_true: np.ndarray, y_score: np.ndarray) -> float:
    """Area under the ROC curve; tied pairs count half.  ValueError for different lengths or fewer than two classes."""
    fpr, tpr, _ = roc_curve(y_true, y_score)
    return float(np.sum(np.diff(fpr) * (tpr[1:] + tpr[:-1]) / 2))  # trapezoids: a tie rises as a slope, half of it below
