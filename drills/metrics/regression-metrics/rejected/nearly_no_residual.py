"""Calls a prediction exact when the squared errors sum to next to nothing — test_constant_target_nearly_hit"""

import numpy as np


def checked(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if y_true.size == 0:
        raise ValueError("no values")
    return y_true.astype(float), y_pred.astype(float)


def mse(y_true, y_pred):
    t, p = checked(y_true, y_pred)
    return np.mean((t - p) ** 2)


def rmse(y_true, y_pred):
    return np.sqrt(mse(y_true, y_pred))


def mae(y_true, y_pred):
    t, p = checked(y_true, y_pred)
    return np.mean(np.abs(t - p))


def r2_score(y_true, y_pred):
    t, p = checked(y_true, y_pred)
    if np.all(t == t[0]):
        return 1.0 if np.sum((t - p) ** 2) < 1e-20 else 0.0
    return 1 - np.sum((t - p) ** 2) / np.sum((t - t.mean()) ** 2)
