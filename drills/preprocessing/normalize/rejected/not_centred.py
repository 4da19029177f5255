"""Scales without centring — test_by_hand"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    same = (X == X[0]).all(axis=0)
    return np.where(same, 0.0, X / np.where(same, 1.0, X.std(axis=0)))
