"""One Newton step from zeros, on centred columns of length 1; the pseudo-inverse takes care of constant columns."""

import numpy as np


def fit_linear(X, y, lr=0.1, n_iter=500):
    centre = np.mean(X, axis=0)
    centred = X - centre
    length = np.maximum(np.linalg.norm(centred, axis=0), np.finfo(float).tiny)
    unit = centred / length
    step = np.linalg.pinv(unit.T @ unit) @ (unit.T @ (y - np.mean(y)))
    weights = step / length
    return weights, float(np.mean(y) - centre @ weights)
