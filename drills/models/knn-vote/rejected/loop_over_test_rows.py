"""Counts the labels in a Python loop over the test rows — test_no_loop_over_test_rows"""

from collections import Counter

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
    winners = [Counter(y_train[row].tolist()).most_common(1)[0][0] for row in nearest]
    return np.array(winners, dtype=y_train.dtype)
