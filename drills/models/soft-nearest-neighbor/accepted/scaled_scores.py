"""Scores x·t - ½‖t‖² from the last row, argmax taken away, softmax at T/2; counts by a matrix of equal labels."""

import numpy as np


def soft_nearest_neighbor(X_train, y_train, X_test, temperature=1.0):
    temperature = float(temperature)
    if temperature != temperature or temperature < 0.0:
        raise ValueError("a temperature is 0 or more")
    if len(X_train) < 1:
        raise ValueError("nothing to compare with")
    if X_test.shape[1] != X_train.shape[1]:
        raise ValueError("features differ")
    origin = np.asarray(X_train[-1], dtype=float)
    W = X_train - origin
    scores = (X_test - origin) @ W.T - 0.5 * np.square(W).sum(axis=1)
    lag = 2.0 * (scores - scores.max(axis=1, keepdims=True))
    weights = (lag == 0).astype(float)
    if temperature > 0:
        with np.errstate(over="ignore"):
            np.exp(np.divide(lag, temperature), out=weights)
    classes = np.unique(y_train)
    votes = weights @ np.equal.outer(y_train, classes)
    return votes / votes.sum(axis=1, keepdims=True), classes
