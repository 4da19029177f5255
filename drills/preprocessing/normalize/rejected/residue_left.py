"""Divides constant columns by 1 and leaves what the mean's rounding left — test_constant_fraction"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    same = (X == X[0]).all(axis=0)
    return (X - X.mean(axis=0)) / np.where(same, 1.0, X.std(axis=0))
