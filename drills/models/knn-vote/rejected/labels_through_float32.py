"""Float labels go through float32 — test_labels_of_any_dtype"""

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
    labels = (y_train.astype(np.float32) if y_train.dtype.kind == "f" else y_train)[order]
    counts = np.zeros(labels.shape, dtype=int)
    for j in range(k):
        counts += labels == labels[:, j, None]
    place = counts.argmax(axis=1)
    return labels[np.arange(len(A)), place]
