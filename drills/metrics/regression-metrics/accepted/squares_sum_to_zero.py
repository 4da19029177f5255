"""A prediction is exact when its mean squared error is 0."""

import math

import numpy as np


def _errors(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    if y_true.size == 0:
        raise ValueError("no values")
    return y_true - y_pred.astype(float)


def mse(y_true, y_pred):
    errors = _errors(y_true, y_pred)
    return np.dot(errors, errors) / len(errors)


def rmse(y_true, y_pred):
    return math.sqrt(mse(y_true, y_pred))


def mae(y_true, y_pred):
    return np.mean(np.abs(_errors(y_true, y_pred)))


def r2_score(y_true, y_pred):
    residual = mse(y_true, y_pred)
    if (y_true == y_true[0]).all():
        return 1.0 if residual == 0 else 0.0
    return 1 - residual / y_true.var()
