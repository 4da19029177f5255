"""Only the test rows are cut into blocks — test_memory"""

import numpy as np


def batched_nearest_neighbor(X_train, y_train, X_test, max_bytes=2**26):
    if len(X_train) == 0 or X_train.shape[1] != X_test.shape[1] or max_bytes < 1:
        raise ValueError("training rows, features or max_bytes")
    n_train, d = X_train.shape
    n_test = len(X_test)
    p = max(1, max_bytes // (8 * (2 * n_train + d)))
    q = n_train
    origin = X_train[0].astype(float)
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
