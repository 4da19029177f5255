"""Precision, recall and F1 with averages."""

import numpy as np


def precision_recall_f1(y_true: np.ndarray, y_pred: np.ndarray, average: str = "binary", pos_label: object = 1) -> tuple[float, float, float]:
    """Precision, recall and F1; `average` is "binary" (of `pos_label` alone), "macro", "micro" or "weighted".

    A ratio with denominator 0 is 0.0.  ValueError for different shapes or another `average`.
    """
    raise NotImplementedError
