"""Adds whole numbers up in 32 bits — test_large_integers"""

import numpy as np


def standardize_split(X, test_index):
    train, test = np.delete(X, test_index, axis=0), X[test_index]
    mean = train.sum(axis=0, dtype=np.int32 if X.dtype.kind in "iu" else float) / len(train)
    std = np.where(train.max(axis=0) == train.min(axis=0), 1.0, np.sqrt(((train - mean) ** 2).mean(axis=0)))
    return (train - mean) / std, (test - mean) / std, mean, std
