"""A row at distance 0 is taken for the test row itself and skipped — test_training_rows_find_themselves"""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    X_train, X_test = X_train.astype(float), X_test.astype(float)
    distances = np.zeros((len(X_test), len(X_train)))
    for j in range(X_train.shape[1]):
        distances += np.subtract.outer(X_test[:, j], X_train[:, j]) ** 2
    return y_train[np.where(distances == 0, np.inf, distances).argmin(axis=1)]


def as_dense_layer(X_train):
    W = X_train.astype(float)
    return W, -(W**2).sum(axis=1) / 2


def readout(y_train):
    classes = np.unique(y_train)
    return (y_train[:, None] == classes).astype(float), classes
