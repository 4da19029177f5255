"""Uses random numbers from a generator of its own, and the standard library's, seeded."""
# drill: one-nearest-neighbor
import random

import numpy as np

rng = np.random.default_rng(0)
dice = random.Random(5)


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0 or X_train.shape[1] != X_test.shape[1]:
        raise ValueError("shapes")
    rng.normal(size=3)
    dice.random()
    a, b = X_train.astype(float), X_test.astype(float)
    distances = sum((b[:, [j]] - a[:, j]) ** 2 for j in range(a.shape[1]))
    return y_train[np.argmin(distances, axis=1)]


def as_dense_layer(X_train):
    W = np.array(X_train, dtype=float)
    return W, -(W**2).sum(1) / 2


def readout(y_train):
    classes, column = np.unique(y_train, return_inverse=True)
    return (column[:, None] == np.arange(len(classes))).astype(float), classes
