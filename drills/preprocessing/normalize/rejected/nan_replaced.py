"""Turns NaN into 0 afterwards, which a rounding residue never becomes — test_constant_fraction"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    with np.errstate(all="ignore"):
        return np.nan_to_num((X - X.mean(axis=0)) / X.std(axis=0))
