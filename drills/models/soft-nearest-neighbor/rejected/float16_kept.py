"""Computes float16 coordinates in float16 — test_float32_as_exact_as_float64"""

import numpy as np


def soft_nearest_neighbor(X_train, y_train, X_test, temperature=1.0):
    A, y, B = np.asarray(X_train), np.asarray(y_train), np.asarray(X_test)
    if not temperature >= 0:
        raise ValueError("temperature")
    if len(A) == 0:
        raise ValueError("empty")
    if A.shape[1] != B.shape[1]:
        raise ValueError("features")
    A = A.astype(np.float64) if A.dtype != np.float16 else A.copy()
    B = B.astype(np.float64) if B.dtype != np.float16 else B.copy()
    d2 = np.zeros((len(B), len(A)))
    for j in range(A.shape[1]):
        diff = B[:, j, None] - A[None, :, j]
        diff *= diff
        d2 += diff
    d2 -= d2.min(axis=1, keepdims=True)
    if temperature == 0:
        w = (d2 == 0).astype(float)
    else:
        with np.errstate(over="ignore"):
            w = np.exp(-(d2 / temperature))
    w /= w.sum(axis=1, keepdims=True)
    classes, codes = np.unique(y, return_inverse=True)
    onehot = codes[:, None] == np.arange(len(classes))
    return w @ onehot.astype(float), classes
