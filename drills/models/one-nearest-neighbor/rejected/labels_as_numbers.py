"""Labels put into a float array — test_labels_of_any_dtype"""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    A = X_train.astype(float) - X_train[0].astype(float)
    B = X_test.astype(float) - X_train[0].astype(float)
    labels = np.zeros(len(B))
    labels[:] = y_train[((A**2).sum(axis=1) - 2 * B @ A.T).argmin(axis=1)]
    return labels


def as_dense_layer(X_train):
    W = X_train.astype(float)
    return W, -(W**2).sum(axis=1) / 2


def readout(y_train):
    classes = np.unique(y_train)
    return (y_train[:, None] == classes).astype(float), classes
