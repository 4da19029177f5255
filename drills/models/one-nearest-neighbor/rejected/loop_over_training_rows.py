"""Python loop over the training rows — test_no_loop_over_training_rows"""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    X_train, X_test = X_train.astype(float), X_test.astype(float)
    best = np.full(len(X_test), np.inf)
    nearest = np.zeros(len(X_test), dtype=int)
    for i, row in enumerate(X_train):
        distances = ((X_test - row) ** 2).sum(axis=1)
        nearest[distances < best] = i
        best = np.minimum(best, distances)
    return y_train[nearest]


def as_dense_layer(X_train):
    W = X_train.astype(float)
    return W, -(W**2).sum(axis=1) / 2


def readout(y_train):
    classes = np.unique(y_train)
    return (y_train[:, None] == classes).astype(float), classes
