"""Casts the training rows to the dtype of the test rows — test_float_test_rows_among_whole_numbers"""

import numpy as np


def knn_vote(X_train, y_train, X_test, k):
    A, y, B = np.asarray(X_train), np.asarray(y_train), np.asarray(X_test)
    if len(A) == 0 or k < 1 or k > len(A):
        raise ValueError("k")
    if len(A) != len(y):
        raise ValueError("length")
    if A.shape[1] != B.shape[1]:
        raise ValueError("features")
    if len(B) == 0:
        return y[:0].copy()
    A = A.astype(B.dtype).astype(np.float64)
    B = B.astype(np.float64)
    shift = A[0].copy()
    A -= shift
    B -= shift
    d2 = np.zeros((len(B), len(A)))
    for j in range(A.shape[1]):
        diff = B[:, j, None] - A[None, :, j]
        diff *= diff
        d2 += diff
    order = np.argsort(d2, axis=1, kind="stable")[:, :k].copy()
    classes, codes = np.unique(y, return_inverse=True)
    codes = codes[order]
    count = np.zeros(codes.shape, dtype=np.int64)
    for i in range(k):
        count += codes == codes[:, i : i + 1]
    winner = count.argmax(axis=1)
    return classes[codes[np.arange(len(B)), winner]]
