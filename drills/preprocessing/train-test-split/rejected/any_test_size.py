"""Clips test_size into the range instead of refusing it — test_refuses_test_size"""

import math

import numpy as np


def train_test_split(X, y, test_size=0.2, random_state=None):
    n = len(X)
    if len(y) != n:
        raise ValueError("different lengths")
    n_test = min(max(math.ceil(n * test_size), 1), n - 1)
    if not 0 < n_test < n:
        raise ValueError("a part would be empty")
    rng = np.random.default_rng(random_state)
    order = rng.permutation(n)
    test, train = order[:n_test], order[n_test:]
    return X[train], X[test], y[train], y[test]
