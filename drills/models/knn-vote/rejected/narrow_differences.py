"""Differences in the dtype of the input wrap around — test_narrow_integers_do_not_wrap"""

import numpy as np


def knn_vote(X_train, y_train, X_test, k):
    if len(X_train) != len(y_train) or not 1 <= k <= len(X_train):
        raise ValueError("lengths or k")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError("different numbers of features")
    distances = np.zeros((len(X_test), len(X_train)))
    for j in range(X_train.shape[1]):
        distances += np.subtract.outer(X_test[:, j], X_train[:, j]).astype(float) ** 2
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k]
    labels = y_train[nearest]
    counts = (labels[:, :, None] == labels[:, None, :]).sum(axis=2)
    return labels[np.arange(len(labels)), counts.argmax(axis=1)]
