"""Expanded squares without moving the origin — test_far_from_the_origin"""

import numpy as np


def knn_vote(X_train, y_train, X_test, k):
    if len(X_train) != len(y_train) or not 1 <= k <= len(X_train):
        raise ValueError("lengths or k")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    A, B = X_train.astype(float), X_test.astype(float)
    distances = (B**2).sum(axis=1)[:, None] - 2 * B @ A.T + (A**2).sum(axis=1)
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k]
    labels = y_train[nearest]
    counts = (labels[:, :, None] == labels[:, None, :]).sum(axis=2)
    return labels[np.arange(len(labels)), counts.argmax(axis=1)]
