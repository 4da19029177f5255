"""All differences in one (n_test, n_train, d) array — test_memory"""

import numpy as np


def soft_nearest_neighbor(X_train, y_train, X_test, temperature=1.0):
    if np.isnan(temperature) or temperature < 0:
        raise ValueError("temperature")
    if len(X_train) == 0 or X_train.shape[1] != X_test.shape[1]:
        raise ValueError("shapes")
    A, B = X_train.astype(float), X_test.astype(float)
    squares = ((B[:, None] - A) ** 2).sum(axis=2)
    squares -= squares.min(axis=1, keepdims=True)
    if temperature == 0:
        weights = (squares == 0) * 1.0
    else:
        with np.errstate(over="ignore"):
            weights = np.exp(-squares / temperature)
    weights /= weights.sum(axis=1, keepdims=True)
    classes, column = np.unique(y_train, return_inverse=True)
    return weights @ np.eye(len(classes))[column], classes
