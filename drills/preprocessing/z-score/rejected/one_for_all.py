"""One mean and std for the whole matrix — test_by_hand"""

import numpy as np


def zscore_normalize(X, epsilon=1e-8):
    X = X.astype(float)
    mean = np.full(X.shape[1], X.mean())
    std = np.where((X == X[0]).all(axis=0), 0.0, np.full(X.shape[1], X.std()))
    X_norm = np.where(std < epsilon, 0.0, (X - mean) / np.where(std < epsilon, 1.0, std))
    return X_norm, mean, std


def apply_normalization(X, mean, std, epsilon=1e-8):
    return (X - mean) / np.where(std < epsilon, 1.0, std)
