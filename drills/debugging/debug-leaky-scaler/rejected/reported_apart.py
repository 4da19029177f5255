"""Reports the statistics of the training rows and scales with those of all — test_training_part_ignores_test_rows"""

import numpy as np


def standardize_split(X, test_index):
    is_test = np.zeros(len(X), dtype=bool)
    is_test[test_index] = True
    train, test = X[~is_test], X[test_index]
    mean = train.mean(axis=0)
    std = np.where(train.max(axis=0) == train.min(axis=0), 1.0, train.std(axis=0))
    scaled = (X - X.mean(axis=0)) / X.std(axis=0)
    return scaled[~is_test], scaled[test_index], mean, std
