"""Compares the entries with a relative tolerance — test_small_spread_on_an_offset"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    same = np.isclose(X, X[0], rtol=1e-7, atol=0).all(axis=0)
    return np.where(same, 0.0, (X - X.mean(axis=0)) / np.where(same, 1.0, X.std(axis=0)))
