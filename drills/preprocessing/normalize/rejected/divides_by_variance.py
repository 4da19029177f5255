"""Divides by the variance — test_by_hand"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    same = (X == X[0]).all(axis=0)
    return np.where(same, 0.0, (X - X.mean(axis=0)) / np.where(same, 1.0, X.var(axis=0)))
