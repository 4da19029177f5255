"""Takes every small deviation for none — test_hardly_varying_column"""

import numpy as np


def standardize_split(X, test_index):
    is_test = np.zeros(len(X), dtype=bool)
    is_test[test_index] = True
    train, test = X[~is_test], X[test_index]
    mean, std = train.mean(axis=0), train.std(axis=0)
    std = np.where(std < 1e-8, 1.0, std)
    return (train - mean) / std, (test - mean) / std, mean, std
