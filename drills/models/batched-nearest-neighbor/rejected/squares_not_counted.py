"""The squares of a block's rows are an array of their own that the budget does not count — test_memory_of_long_and_wide_inputs"""

import numpy as np


def batched_nearest_neighbor(X_train, y_train, X_test, max_bytes=2**26):
    if len(X_train) < 1:
        raise ValueError("empty")
    d = X_train.shape[1]
    if X_test.shape[1] != d:
        raise ValueError("d")
    if max_bytes < 1:
        raise ValueError("budget")
    origin = np.array(X_train[-1], dtype=float)
    best = np.full(len(X_test), np.inf)
    index = np.empty(len(X_test), dtype=np.int64)

    def solve(a, b, s, t):
        m, n = b - a, t - s
        if max(m, n) > 1 and 8 * (m * n + (d + 8) * (m + n)) > max_bytes:
            if m >= n:
                solve(a, a + m // 2, s, t)
                solve(a + m // 2, b, s, t)
            else:
                solve(a, b, s, s + n // 2)
                solve(a, b, s + n // 2, t)
            return
        T = X_train[s:t] - origin
        D = (X_test[a:b] - origin) @ T.T
        D *= -2
        D += (T * T).sum(axis=1)
        k = D.argmin(axis=1)
        v = D[np.arange(m), k]
        nearer = np.flatnonzero(v < best[a:b]) + a
        best[nearer] = v[nearer - a]
        index[nearer] = k[nearer - a] + s

    if len(X_test):
        solve(0, len(X_test), 0, len(X_train))
    return y_train[index]
