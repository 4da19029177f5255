"""One shift for the whole matrix instead of one for each test row — test_test_points_at_different_distances"""

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
    closest = squares.min(axis=1, keepdims=True)
    squares -= squares.min()
    with np.errstate(all="ignore"):
        weights = np.exp(-squares / temperature) if temperature > 0 else (squares + squares.min() == closest - closest.min()) * 1.0
        weights /= weights.sum(axis=1, keepdims=True)
    classes, column = np.unique(y_train, return_inverse=True)
    return weights @ np.eye(len(classes))[column], classes
