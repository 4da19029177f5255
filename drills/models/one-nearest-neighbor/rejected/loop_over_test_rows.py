"""Python loop over the test rows — test_no_loop_over_test_rows"""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    X_train, X_test = X_train.astype(float), X_test.astype(float)
    nearest = [int(((X_train - x) ** 2).sum(axis=1).argmin()) for x in X_test]
    return y_train[np.array(nearest, dtype=int)]


def as_dense_layer(X_train):
    W = X_train.astype(float)
    return W, -(W**2).sum(axis=1) / 2


def readout(y_train):
    classes = np.unique(y_train)
    return (y_train[:, None] == classes).astype(float), classes
