"""A private RandomState object; numpy.split makes the cut."""

import numpy as np


def train_test_split(X, y, test_size=0.2, random_state=None):
    n = len(X)
    if np.shape(X)[0] != np.shape(y)[0]:
        raise ValueError("lengths")
    cut = int(n * test_size)
    if cut not in range(1, n):
        raise ValueError("empty part")
    test, train = np.split(np.random.RandomState(random_state).permutation(n), [cut])
    return X[train], X[test], y[train], y[test]
