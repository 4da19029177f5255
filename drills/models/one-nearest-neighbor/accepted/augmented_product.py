"""One product with the half norms as an extra column; origin at the last training row; readout by searchsorted."""

import numpy as np


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ValueError("no training rows")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    origin = X_train[-1].astype(float)
    A, B = X_train - origin, X_test - origin
    A = np.column_stack([A, -np.einsum("ij,ij->i", A, A) / 2])
    B = np.column_stack([B, np.ones(len(B))])
    return np.take(y_train, (A @ B.T).argmax(axis=0))


def as_dense_layer(X_train):
    """Weights measured from the first row: every training row scores the same amount less."""
    X_train = X_train.astype(float)
    return X_train - X_train[0], -np.sum(X_train**2, axis=1) / 2


def readout(y_train):
    classes = np.unique(y_train)
    return np.identity(classes.size)[np.searchsorted(classes, y_train)], classes
