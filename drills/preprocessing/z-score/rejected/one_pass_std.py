"""Variance as mean of squares minus square of the mean — test_large_mean"""

import numpy as np


def zscore_normalize(X, epsilon=1e-8):
    X = X.astype(float)
    mean = X.mean(axis=0)
    std = np.where((X == X[0]).all(axis=0), 0.0, np.sqrt(np.maximum((X * X).mean(axis=0) - mean * mean, 0.0)))
    X_norm = np.where(std < epsilon, 0.0, (X - mean) / np.where(std < epsilon, 1.0, std))
    return X_norm, mean, std


def apply_normalization(X, mean, std, epsilon=1e-8):
    return (X - mean) / np.where(std < epsilon, 1.0, std)
