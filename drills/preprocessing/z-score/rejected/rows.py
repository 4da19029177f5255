"""Statistics of the rows, where the shapes allow it — test_random_training_data"""

import numpy as np


def zscore_normalize(X, epsilon=1e-8):
    X = X.astype(float)
    mean = X.mean(axis=1) if X.shape[0] == X.shape[1] else X.mean(axis=0)
    std = np.where((X == X[0]).all(axis=0), 0.0, X.std(axis=1) if X.shape[0] == X.shape[1] else X.std(axis=0))
    X_norm = np.where(std < epsilon, 0.0, (X - mean) / np.where(std < epsilon, 1.0, std))
    return X_norm, mean, std


def apply_normalization(X, mean, std, epsilon=1e-8):
    return (X - mean) / np.where(std < epsilon, 1.0, std)
