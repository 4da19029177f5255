"""Shuffles copies with two generators of the same seed, and returns views; the seed for None comes from the system."""

import secrets

import numpy as np


def train_test_split(X, y, test_size=0.2, random_state=None):
    n = len(X)
    if len(y) != n:
        raise ValueError("lengths")
    if not (test_size > 0 and test_size < 1):
        raise ValueError("test_size")
    n_test = -int(-n * test_size // 1)
    if n_test < 1 or n_test >= n:
        raise ValueError("empty part")
    seed = secrets.randbits(64) if random_state is None else random_state
    rows, labels = np.arange(n), np.arange(n)
    np.random.default_rng(seed).shuffle(rows)
    np.random.default_rng(seed).shuffle(labels)
    X, y = X[rows], y[labels]
    return [X[n_test:], X[:n_test], y[n_test:], y[:n_test]]
