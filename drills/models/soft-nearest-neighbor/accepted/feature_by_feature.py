"""Squared differences added feature by feature; classes summed by add.reduceat over rows sorted by label."""

import numpy as np


def soft_nearest_neighbor(X_train, y_train, X_test, temperature=1.0):
    if not (temperature >= 0):
        raise ValueError(temperature)
    if X_train.shape[0] == 0 or X_train.shape[1] != X_test.shape[1]:
        raise ValueError(X_train.shape)
    order = np.argsort(y_train)
    classes, starts = np.unique(y_train[order], return_index=True)
    rows, queries = X_train[order].astype(np.float64), X_test
    energy = np.zeros((len(queries), len(rows)))
    for q, t in zip(queries.T, rows.T):
        energy += np.square(q[:, None] - t)
    energy -= np.amin(energy, axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        # 0 / 0 at temperature 0 is the only NaN there can be: a nearest row.
        share = np.exp(-np.nan_to_num(energy / np.float64(temperature)))
    return np.add.reduceat(share, starts, axis=1) / share.sum(axis=1, keepdims=True), classes


def temperature_gradient(X_train, y_train, X_test, temperature=1.0):
    step = 1e-4 * temperature
    above = soft_nearest_neighbor(X_train, y_train, X_test, temperature + step)[0]
    below = soft_nearest_neighbor(X_train, y_train, X_test, temperature - step)[0]
    return (above - below) / (2 * step)
