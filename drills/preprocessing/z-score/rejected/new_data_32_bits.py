"""Casts new integers to int32 — test_apply_integers"""

import numpy as np


def zscore_normalize(X, epsilon=1e-8):
    X = X.astype(np.float64)
    const = X.max(0) == X.min(0)
    mean = X.mean(0)
    std = X.std(0)
    std[const] = 0.0
    low = std < epsilon
    Z = (X - mean) / np.where(low, 1.0, std)
    Z[:, low] = 0.0
    return Z, mean, std


def apply_normalization(X, mean, std, epsilon=1e-8):
    X = X.astype(np.int32).astype(float) if X.dtype.kind in "iu" else X.astype(float)
    flat = std < epsilon
    return (X - mean) / np.where(flat, 1.0, std)
