"""Expanded squares around a rounded mean; lists as results; norms by a loop, since Part 2 may."""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    centre = np.rint(X_train.mean(axis=0))
    A, B = X_train - centre, X_test - centre
    squared = np.sum(B * B, axis=1, keepdims=True) - 2.0 * np.dot(B, A.T) + np.sum(A * A, axis=1)
    nearest = np.argmin(np.maximum(squared, 0.0), axis=1)
    return np.take(y_train, nearest).tolist() if len(nearest) else np.empty(0, dtype=y_train.dtype)


def as_dense_layer(X_train):
    rows = [[float(v) for v in row] for row in X_train]
    return rows, [-0.5 * sum(v * v for v in row) for row in rows]


def readout(y_train):
    labels = y_train.tolist()
    classes = sorted(set(labels))
    return [[1.0 if label == c else 0.0 for c in classes] for label in labels], classes
