"""Adds 1e-8 to the standard deviation — test_tiny_column"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    same = (X == X[0]).all(axis=0)
    return np.where(same, 0.0, (X - X.mean(axis=0)) / (X.std(axis=0) + 1e-8))
