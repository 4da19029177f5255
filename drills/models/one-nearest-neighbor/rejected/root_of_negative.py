"""Square root of a negative number: NaN wins the argmin — test_far_from_the_origin"""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    A, B = X_train.astype(float), X_test.astype(float)
    squares = (B**2).sum(axis=1)[:, None] - 2 * B @ A.T + (A**2).sum(axis=1)
    with np.errstate(invalid="ignore"):
        return y_train[np.sqrt(squares).argmin(axis=1)]


def as_dense_layer(X_train):
    W = X_train.astype(float)
    return W, -(W**2).sum(axis=1) / 2


def readout(y_train):
    classes = np.unique(y_train)
    return (y_train[:, None] == classes).astype(float), classes
