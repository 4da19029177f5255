"""Draws the test rows with choice and keeps the order of rows in both parts by a mask; rounds down."""

import numpy as np


def train_test_split(X, y, test_size=0.2, random_state=None):
    n = X.shape[0]
    k = int(np.floor(n * test_size))
    if y.shape[0] != n or k <= 0 or k >= n:
        raise ValueError("lengths differ, or a part would be empty")
    mask = np.zeros(n, dtype=bool)
    mask[np.random.default_rng(random_state).choice(n, size=k, replace=False)] = True
    return X[~mask], X[mask], y[~mask], y[mask]
