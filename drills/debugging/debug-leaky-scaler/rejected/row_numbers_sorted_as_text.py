"""Sorts the row numbers as text, 10 before 2 — test_order_of_training_rows"""

import numpy as np


def standardize_split(X, test_index):
    kept = sorted({str(i) for i in range(len(X))} - {str(i) for i in test_index})
    train, test = X[[int(i) for i in kept]], X[test_index]
    mean = train.mean(axis=0)
    std = np.where(train.max(axis=0) == train.min(axis=0), 1.0, train.std(axis=0))
    return (train - mean) / std, (test - mean) / std, mean, std
