"""Normalizes each row — test_square_matrix"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    same = (X == X[:, :1]).all(axis=1, keepdims=True)
    std = np.where(same, 1.0, X.std(axis=1, keepdims=True))
    return np.where(same, 0.0, (X - X.mean(axis=1, keepdims=True)) / std)
