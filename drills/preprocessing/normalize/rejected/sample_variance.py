"""Divides by n - 1 — test_by_hand"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    same = (X == X[0]).all(axis=0)
    if len(X) == 1:
        return np.zeros_like(X)
    return np.where(same, 0.0, (X - X.mean(axis=0)) / np.where(same, 1.0, X.std(axis=0, ddof=1)))
