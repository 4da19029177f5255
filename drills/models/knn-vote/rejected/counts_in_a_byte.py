"""Counts votes in int8, which wraps around above 127 — test_hundreds_of_neighbours"""

import numpy as np


def knn_vote(X_train, y_train, X_test, k):
    n = len(X_train)
    if n == 0 or len(y_train) != n:
        raise ValueError("training set")
    if X_test.shape[1] != X_train.shape[1]:
        raise ValueError("d")
    if k < 1 or k > n:
        raise ValueError("k")
    A, B = X_test.astype(float), X_train.astype(float)
    D = np.zeros((len(A), n))
    for j in range(A.shape[1]):
        D += (A[:, j, None] - B[:, j]) ** 2
    order = np.argsort(D, axis=1, kind="stable")[:, :k]
    labels = y_train[order]
    counts = np.zeros(labels.shape, dtype=np.int8)
    for j in range(k):
        counts += labels == labels[:, j, None]
    place = counts.argmax(axis=1)
    return labels[np.arange(len(A)), place]
