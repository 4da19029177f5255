"""Takes every column with std below 1e-8 for constant — test_tiny_column"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    std = X.std(axis=0)
    same = (std < 1e-8) | (X == X[0]).all(axis=0)
    return np.where(same, 0.0, (X - X.mean(axis=0)) / np.where(same, 1.0, std))
