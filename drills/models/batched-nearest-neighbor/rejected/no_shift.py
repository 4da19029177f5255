"""Expanded squares without moving the origin — test_far_from_the_origin"""

import numpy as np


def batched_nearest_neighbor(X_train, y_train, X_test, max_bytes=2**26):
    if len(X_train) == 0 or X_train.shape[1] != X_test.shape[1] or max_bytes < 1:
        raise ValueError("training rows, features or max_bytes")
    n_train, d = X_train.shape
    n_test = len(X_test)
    cells = max_bytes // 8
    p = max(1, min(n_test, int(((d + 6) ** 2 + cells) ** 0.5) - d - 6))
    q = max(1, (cells - p * (d + 6)) // (p + d + 6))
    origin = np.zeros(d)
    nearest = np.zeros(n_test, dtype=np.intp)
    for a in range(0, n_test, p):
        B = X_test[a : a + p] - origin
        best = np.full(len(B), np.inf)
        for s in range(0, n_train, q):
            A = X_train[s : s + q] - origin
            squares = B @ A.T
            squares *= -2
            squares += np.einsum("ij,ij->i", A, A)
            j = squares.argmin(axis=1)
            least = squares[np.arange(len(B)), j]
            better = least < best
            nearest[a : a + p][better] = s + j[better]
            best[better] = least[better]
            del A, squares
    return y_train[nearest]
