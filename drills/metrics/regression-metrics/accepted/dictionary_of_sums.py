"""All four from one dictionary of sums."""

import numpy as np


def _sums(y_true, y_pred):
    if y_true.shape != y_pred.shape or not y_true.size:
        raise ValueError("shapes differ or are empty")
    y_true, y_pred = np.multiply(y_true, 1.0), np.multiply(y_pred, 1.0)
    error = y_pred - y_true
    spread = y_true - np.average(y_true)
    return {
        "n": error.shape[0],
        "squares": np.einsum("i,i->", error, error),
        "sizes": np.absolute(error).sum(),
        "spread": np.dot(spread, spread),
        "constant": not np.ptp(y_true),
    }


def mse(y_true, y_pred):
    sums = _sums(y_true, y_pred)
    return sums["squares"] / sums["n"]


def rmse(y_true, y_pred):
    sums = _sums(y_true, y_pred)
    return (sums["squares"] / sums["n"]) ** 0.5


def mae(y_true, y_pred):
    sums = _sums(y_true, y_pred)
    return sums["sizes"] / sums["n"]


def r2_score(y_true, y_pred):
    sums = _sums(y_true, y_pred)
    if sums["constant"]:
        return 0.0 if sums["sizes"] > 0 else 1.0
    return (sums["spread"] - sums["squares"]) / sums["spread"]
