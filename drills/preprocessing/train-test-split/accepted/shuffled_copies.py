"""Shuffles copies with two generators of the same seed, and returns views; the seed for None comes from the system."""

import numpy as np


def train_test_split(X, y, test_size=0.2, random_state=None):
    n = len(X)
    if len(y) != n:
        raise ValueError("lengths")
    n_test = -int(-n * test_size // 1)
    if n_test < 1 or n_test >= n:
        raise ValueError("empty part")
    seed = np.random.SeedSequence(random_state).entropy
    rows, labels = np.arange(n), np.arange(n)
    np.random.default_rng(seed).shuffle(rows)
    np.random.default_rng(seed).shuffle(labels)
    X, y = X[rows], y[labels]
    return [X[n_test:], X[:n_test], y[n_test:], y[:n_test]]
