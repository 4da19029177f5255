"""Equally far rows are taken from the end of the training set — test_one_and_two_neighbours"""

import numpy as np


def knn_vote(X_train, y_train, X_test, k):
    if len(X_train) != len(y_train) or not 1 <= k <= len(X_train):
        raise ValueError("lengths or k")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    A, B = X_train.astype(float), X_test.astype(float)
    distances = np.zeros((len(B), len(A)))
    for j in range(A.shape[1]):
        distances += np.subtract.outer(B[:, j], A[:, j]) ** 2
    nearest = len(A) - 1 - np.argsort(distances[:, ::-1], axis=1, kind="stable")[:, :k]
    labels = y_train[nearest]
    counts = (labels[:, :, None] == labels[:, None, :]).sum(axis=2)
    return labels[np.arange(len(labels)), counts.argmax(axis=1)]
