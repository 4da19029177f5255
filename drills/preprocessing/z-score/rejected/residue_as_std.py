"""Takes the computed std of equal entries at its word — test_constant_with_a_rounding_residue"""

import numpy as np


def zscore_normalize(X, epsilon=1e-8):
    X = X.astype(float)
    mean = X.mean(axis=0)
    std = X.std(axis=0)
    X_norm = np.where(std < epsilon, 0.0, (X - mean) / np.where(std < epsilon, 1.0, std))
    return X_norm, mean, std


def apply_normalization(X, mean, std, epsilon=1e-8):
    return (X - mean) / np.where(std < epsilon, 1.0, std)
