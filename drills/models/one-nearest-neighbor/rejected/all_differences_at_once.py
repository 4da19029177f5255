"""All differences in one (n_test, n_train, d) array — test_memory"""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    differences = X_test[:, None].astype(float) - X_train[None].astype(float)
    return y_train[(differences**2).sum(axis=2).argmin(axis=1)]


def as_dense_layer(X_train):
    W = X_train.astype(float)
    return W, -(W**2).sum(axis=1) / 2


def readout(y_train):
    classes = np.unique(y_train)
    return (y_train[:, None] == classes).astype(float), classes
