"""Compares integers, then computes in floats, where they are equal: 0 / 0 — test_integers_closer_than_floats"""

import numpy as np


def normalize(X):
    constant = (X == X[0]).all(axis=0)
    std = np.where(constant, 1.0, X.std(axis=0))
    return np.where(constant, 0.0, (X - X.mean(axis=0)) / std)
