"""Moves the caller's arrays to the new origin — test_nearest_by_hand"""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    origin = X_train[0].copy()
    if X_train.dtype == float and X_test.dtype == float:
        X_train -= origin
        X_test -= origin
    else:
        X_train, X_test = X_train - origin.astype(float), X_test - origin.astype(float)
    distances = (X_train**2).sum(axis=1) - 2 * X_test @ X_train.T
    return y_train[distances.argmin(axis=1)]


def as_dense_layer(X_train):
    W = X_train.astype(float)
    return W, -(W**2).sum(axis=1) / 2


def readout(y_train):
    classes = np.unique(y_train)
    return (y_train[:, None] == classes).astype(float), classes
