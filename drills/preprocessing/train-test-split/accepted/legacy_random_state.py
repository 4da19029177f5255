"""A private RandomState object; numpy.split makes the cut."""

import numpy as np


def train_test_split(X, y, test_size=0.2, random_state=None):
    if not 0.0 < test_size < 1.0:
        raise ValueError("test_size")
    if np.shape(X)[0] != np.shape(y)[0]:
        raise ValueError("lengths")
    order = np.random.RandomState(random_state).permutation(len(X))
    test, train = np.split(order, [int(len(X) * test_size)])
    if not (test.size and train.size):
        raise ValueError("empty part")
    return X[train], X[test], y[train], y[test]
