"""Looks for constant columns among all rows — test_constant_only_in_training"""

import numpy as np


def standardize_split(X, test_index):
    is_test = np.zeros(len(X), dtype=bool)
    is_test[test_index] = True
    train, test = X[~is_test], X[test_index]
    mean = train.mean(axis=0)
    std = np.where(X.max(axis=0) == X.min(axis=0), 1.0, train.std(axis=0))
    return (train - mean) / std, (test - mean) / std, mean, std
