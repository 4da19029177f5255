"""Compares with 1e-8 whatever epsilon is — test_column_below_epsilon"""

import numpy as np


def zscore_normalize(X, epsilon=1e-8):
    X = X.astype(float)
    mean = X.mean(axis=0)
    std = np.where((X == X[0]).all(axis=0), 0.0, X.std(axis=0))
    X_norm = np.where(std < 1e-8, 0.0, (X - mean) / np.where(std < 1e-8, 1.0, std))
    return X_norm, mean, std


def apply_normalization(X, mean, std, epsilon=1e-8):
    return (X - mean) / np.where(std < 1e-8, 1.0, std)
