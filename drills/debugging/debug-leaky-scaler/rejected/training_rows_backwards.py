"""Gives the training rows backwards — test_order_of_training_rows"""

import numpy as np


def standardize_split(X, test_index):
    chosen = set(test_index.tolist())
    train = X[sorted((i for i in range(len(X)) if i not in chosen), reverse=True)]
    mean = train.mean(axis=0)
    std = np.where(train.max(axis=0) == train.min(axis=0), 1.0, train.std(axis=0))
    return (train - mean) / std, (X[test_index] - mean) / std, mean, std
