"""Leaves constant columns out of the result — test_constant_column"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    X = X[:, (X != X[0]).any(axis=0)]
    return (X - X.mean(axis=0)) / X.std(axis=0)
