"""Computes in float32 — test_random_matrices"""

import numpy as np


def normalize(X):
    X = X.astype(np.float32)
    same = (X == X[0]).all(axis=0)
    with np.errstate(all="ignore"):
        return np.where(same, np.float32(0), (X - X.mean(axis=0)) / X.std(axis=0))
