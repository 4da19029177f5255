"""Rounds to the nearest number, and so a small part to no rows at all — test_no_empty_part"""

import numpy as np


def train_test_split(X, y, test_size=0.2, random_state=None):
    n = len(X)
    if len(y) != n:
        raise ValueError("different lengths")
    if not 0 < test_size < 1:
        raise ValueError("test_size outside (0, 1)")
    if n < 2:
        raise ValueError("two rows or more are needed")
    n_test = round(n * test_size)
    rng = np.random.default_rng(random_state)
    order = rng.permutation(n)
    test, train = order[:n_test], order[n_test:]
    return X[train], X[test], y[train], y[test]
