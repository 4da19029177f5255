"""Takes a deviation that is small beside the mean for none — test_hardly_varying_large_column"""

import numpy as np


def standardize_split(X, test_index):
    train, test = np.delete(X, test_index, axis=0), X[test_index]
    mean, std = train.mean(axis=0), train.std(axis=0)
    std = np.where(std <= 1e-12 * np.abs(mean), 1.0, std)
    return (train - mean) / std, (test - mean) / std, mean, std
