"""Uses the seed 42 whatever is asked — test_another_seed_another_split"""

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
    rng = np.random.default_rng(42)
    order = rng.permutation(n)
    test, train = order[:n_test], order[n_test:]
    return X[train], X[test], y[train], y[test]
