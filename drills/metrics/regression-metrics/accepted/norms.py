"""Norms of the error vector, and variances for R²."""

import numpy as np


def _gap(a, b):
    if np.shape(a) != np.shape(b) or np.size(a) == 0:
        raise ValueError(f"cannot compare {np.shape(a)} with {np.shape(b)}")
    return np.subtract(a, b, dtype=np.float64)


def mse(y_true, y_pred):
    gap = _gap(y_true, y_pred)
    return gap @ gap / gap.size


def rmse(y_true, y_pred):
    gap = _gap(y_true, y_pred)
    return np.linalg.norm(gap) / np.sqrt(gap.size)


def mae(y_true, y_pred):
    gap = _gap(y_true, y_pred)
    return np.linalg.norm(gap, ord=1) / gap.size


def r2_score(y_true, y_pred):
    gap = _gap(y_true, y_pred)
    if np.unique(y_true).size == 1:
        return float(np.count_nonzero(gap) == 0)
    return 1 - mse(y_true, y_pred) / np.var(y_true)
