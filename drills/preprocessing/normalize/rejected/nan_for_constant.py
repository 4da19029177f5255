"""Divides 0 by 0 — test_constant_column"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    with np.errstate(all="ignore"):
        return (X - X.mean(axis=0)) / X.std(axis=0)
