"""Rows without a label, or labels without a row, go unnoticed — test_unequal_lengths"""

import numpy as np


def knn_vote(X_train, y_train, X_test, k):
    if not 1 <= k <= len(X_train):
        raise ValueError("lengths or k")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    A, B = X_train.astype(float), X_test.astype(float)
    distances = np.zeros((len(B), len(A)))
    for j in range(A.shape[1]):
        distances += np.subtract.outer(B[:, j], A[:, j]) ** 2
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k]
    labels = np.take(y_train, nearest, mode="clip")
    counts = (labels[:, :, None] == labels[:, None, :]).sum(axis=2)
    return labels[np.arange(len(labels)), counts.argmax(axis=1)]
