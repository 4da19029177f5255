"""Equal votes go to the smallest label — test_equal_votes"""

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
    classes, column = np.unique(y_train, return_inverse=True)
    votes = (column[nearest][:, :, None] == np.arange(len(classes))).sum(axis=1)
    return classes[votes.argmax(axis=1)]
