"""Classes in order of appearance — test_readout_columns"""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    A = X_train.astype(float) - X_train[0].astype(float)
    B = X_test.astype(float) - X_train[0].astype(float)
    distances = (A**2).sum(axis=1) - 2 * B @ A.T
    return y_train[distances.argmin(axis=1)]


def as_dense_layer(X_train):
    W = X_train.astype(float)
    return W, -(W**2).sum(axis=1) / 2


def readout(y_train):
    classes = np.array(list(dict.fromkeys(y_train.tolist())))
    return (y_train[:, None] == classes).astype(float), classes
