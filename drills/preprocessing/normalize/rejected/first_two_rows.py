"""Looks at the first two rows only to find constants — test_almost_constant"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    same = X[0] == X[min(1, len(X) - 1)]
    return np.where(same, 0.0, (X - X.mean(axis=0)) / np.where(same, 1.0, X.std(axis=0)))
