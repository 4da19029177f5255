"""Leaves the test rows raw — test_test_rows_by_training_statistics"""

import numpy as np


def standardize_split(X, test_index):
    is_test = np.zeros(len(X), dtype=bool)
    is_test[test_index] = True
    train, test = X[~is_test], X[test_index]
    mean = train.mean(axis=0)
    std = np.where(train.max(axis=0) == train.min(axis=0), 1.0, train.std(axis=0))
    return (train - mean) / std, test * 1.0, mean, std
