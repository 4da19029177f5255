"""Columns in the order in which the labels appear — test_classes_and_columns"""

import numpy as np


def soft_nearest_neighbor(X_train, y_train, X_test, temperature=1.0):
    if np.isnan(temperature) or temperature < 0:
        raise ValueError("temperature")
    if len(X_train) == 0 or X_train.shape[1] != X_test.shape[1]:
        raise ValueError("shapes")
    A, B = X_train.astype(float), X_test.astype(float)
    squares = np.zeros((len(B), len(A)))
    for j in range(A.shape[1]):
        squares += np.subtract.outer(B[:, j], A[:, j]) ** 2
    squares -= squares.min(axis=1, keepdims=True)
    if temperature == 0:
        weights = (squares == 0) * 1.0
    else:
        with np.errstate(over="ignore"):
            weights = np.exp(-squares / temperature)
    weights /= weights.sum(axis=1, keepdims=True)
    _, first = np.unique(y_train, return_index=True)
    classes = y_train[np.sort(first)]
    return weights @ (y_train[:, None] == classes), classes
