"""Squared differences added up feature by feature; argmin itself refuses an empty training set."""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    X_test = X_test.astype(float)
    distances = np.zeros((len(X_test), len(X_train)))
    for j in range(X_train.shape[1]):
        distances += np.subtract.outer(X_test[:, j], X_train[:, j]) ** 2
    return y_train[distances.argmin(axis=1)]


def as_dense_layer(X_train):
    """Doubled scores decide the same."""
    X_train = X_train.astype(float)
    return 2 * X_train, -np.square(X_train).sum(axis=1)


def readout(y_train):
    classes, column = np.unique(y_train, return_inverse=True)
    one_hot = np.zeros((len(y_train), len(classes)))
    one_hot[np.arange(len(y_train)), column] = 1
    return one_hot, classes
