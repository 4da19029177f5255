"""Statistics of the differences from the first row, where constants are exact zeros; lists for mean and std."""

import numpy as np


def zscore_normalize(X, epsilon=1e-8):
    first = X[0].astype(float)
    shifted = X - first
    offset, std = shifted.mean(axis=0), shifted.std(axis=0)
    divisor = np.where(std < epsilon, np.inf, std)
    return (shifted - offset) / divisor, (first + offset).tolist(), std.tolist()


def apply_normalization(X, mean, std, epsilon=1e-8):
    mean, std = np.asarray(mean), np.asarray(std)
    return np.true_divide(X - mean, std, out=X - mean, where=std >= epsilon)
