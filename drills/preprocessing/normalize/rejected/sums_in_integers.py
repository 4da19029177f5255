"""Sums in the integers' own type — test_narrow_integers"""

import numpy as np


def normalize(X):
    mean = X.sum(axis=0) / len(X)
    constant = (X == X[0]).all(axis=0)
    centred = X - mean
    std = np.sqrt((centred * centred).mean(axis=0))
    return np.where(constant, 0.0, centred / np.where(constant, 1.0, std))
