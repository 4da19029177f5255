"""Boolean masks for the two sorts of columns, no shared function."""

import numpy as np


def zscore_normalize(X, epsilon=1e-8):
    X = np.array(X, dtype=np.float64)
    mean = X.sum(axis=0) / len(X)
    centred = X - mean
    std = np.sqrt((centred**2).sum(axis=0) / len(X))
    std[X.max(axis=0) == X.min(axis=0)] = 0.0
    scaled = std >= epsilon
    X_norm = np.zeros_like(X)
    X_norm[:, scaled] = centred[:, scaled] / std[scaled]
    return X_norm, mean, std


def apply_normalization(X, mean, std, epsilon=1e-8):
    X_norm = X - mean
    scaled = std >= epsilon
    X_norm[:, scaled] /= std[scaled]
    return X_norm
