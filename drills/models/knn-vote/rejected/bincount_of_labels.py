"""Counts raw labels as if they were 0 … c - 1 — test_labels_of_any_dtype"""

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
    nearest = np.argsort(distances, axis=1, kind="stable")[:, :k]
    labels = y_train[nearest]
    codes = labels.astype(np.int64)
    size = codes.max(initial=0) + 1
    flat = np.arange(len(codes))[:, None] * size + codes
    votes = np.bincount(flat.ravel(), minlength=len(codes) * size)
    return labels[np.arange(len(labels)), votes[flat].argmax(axis=1)]
