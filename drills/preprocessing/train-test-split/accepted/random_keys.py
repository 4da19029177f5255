"""Sorts random keys; the test rows are the last of the order, and at least one row stays in each part."""

import math

import numpy as np


def train_test_split(X, y, test_size=0.2, random_state=None):
    if len(X) != len(y):
        raise ValueError(f"{len(X)} rows but {len(y)} labels")
    if test_size <= 0.0 or test_size >= 1.0:
        raise ValueError("test_size must be a fraction")
    n = len(y)
    if n < 2:
        raise ValueError("need two rows or more")
    n_test = min(max(math.floor(n * test_size + 0.5), 1), n - 1)
    order = np.argsort(np.random.default_rng(random_state).random(n))
    return tuple(np.take(part, rows, axis=0) for part in (X, y) for rows in (order[: n - n_test], order[n - n_test :]))
