"""Gives lists and tuples where an array is asked for; classes are plain Python values."""
# drill: one-nearest-neighbor
import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("features")
    a, b = X_train.astype(float), X_test.astype(float)
    best = np.zeros((len(b), len(a)))
    for column in range(a.shape[1]):
        best += (b[:, column][:, None] - a[:, column][None]) ** 2
    return y_train[best.argmin(axis=1)]


def as_dense_layer(X_train):
    W = X_train.astype(float)
    return [W.tolist(), (-0.5 * (W * W).sum(axis=1)).tolist()]


def readout(y_train):
    classes = sorted(set(y_train.tolist()))
    one_hot = [[float(label == c) for c in classes] for label in y_train.tolist()]
    return one_hot, classes
