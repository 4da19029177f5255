"""Origin at the mean, expanded squares, lexsort by (distance, index), label pairs compared."""

import numpy as np


def knn_vote(X_train, y_train, X_test, k):
    n_train = X_train.shape[0]
    if n_train == 0 or n_train != y_train.shape[0]:
        raise ValueError("training rows and labels")
    if k < 1 or k > n_train or X_test.shape[1] != X_train.shape[1]:
        raise ValueError("k or d")
    centre = X_train.mean(axis=0)
    T, Q = X_train - centre, X_test - centre
    squares = (Q * Q).sum(axis=1, keepdims=True) - 2.0 * Q.dot(T.T) + (T * T).sum(axis=1)
    order = np.lexsort((np.broadcast_to(np.arange(n_train), squares.shape), squares))[:, :k]
    L = y_train[order]
    counts = (L[:, :, None] == L[:, None, :]).sum(2)
    return L[np.arange(len(L)), counts.argmax(axis=1)]
