"""Split off test rows and standardise."""

import numpy as np


def standardize_split(X, test_index):
    """(X_train, X_test, mean, std): both parts standardised by the training rows; constant training columns have std 1."""
    mean = X.mean(axis=0)
    std = np.where(X.max(axis=0) == X.min(axis=0), 1.0, X.std(axis=0))
    scaled = (X - mean) / std
    return np.delete(scaled, test_index, axis=0), scaled[test_index], mean, std
