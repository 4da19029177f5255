"""ROC curve and the area under it."""

import numpy as np


def roc_curve(y_true: np.ndarray, y_score: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(fpr, tpr, thresholds): (0, 0) at inf, then one point for each distinct score, from the highest down.

    ValueError for different lengths or fewer than two classes.
    """
    raise NotImplementedError


def roc_auc_score(y_true: np.ndarray, y_score: np.ndarray) -> float:
    """Area under the ROC curve; tied pairs count half.  ValueError for different lengths or fewer than two classes."""
    raise NotImplementedError
