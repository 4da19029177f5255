"""Direct differences for blocks of test rows; the layer's bias is shifted by a constant."""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    X_test = np.asarray(X_test, dtype=np.float64)
    nearest = np.empty(len(X_test), dtype=np.intp)
    block = 256
    distances = np.empty((block, len(X_train)))
    for start in range(0, len(X_test), block):
        rows = X_test[start : start + block]
        squares = distances[: len(rows)]
        squares[...] = 0.0
        for a, b in zip(rows.T, X_train.T):
            squares += (a[:, np.newaxis] - b) ** 2
        nearest[start : start + block] = squares.argmin(axis=1)
    return y_train[nearest]


def as_dense_layer(X_train):
    weights = X_train.astype(np.float64)
    bias = -0.5 * np.linalg.norm(weights, axis=1) ** 2
    return weights, bias - bias.max()


def readout(y_train):
    classes = np.sort(np.array(list(dict.fromkeys(y_train.tolist()))))
    return np.equal.outer(y_train, classes).astype(np.float64), classes
