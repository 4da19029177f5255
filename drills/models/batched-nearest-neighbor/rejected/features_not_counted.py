"""The budget counts the pairs and not the rows with their d features — test_memory_of_long_and_wide_inputs"""

import numpy as np


def batched_nearest_neighbor(X_train, y_train, X_test, max_bytes=2**26):
    if max_bytes < 1:
        raise ValueError("max_bytes")
    (n, d), m = X_train.shape, len(X_test)
    if n == 0 or X_test.shape[1] != d:
        raise ValueError("shapes")
    pairs = max(1, max_bytes // 32)
    side = max(1, int(pairs**0.5))
    best = np.zeros(m, dtype=np.int64)
    for a in range(0, m, side):
        A = X_test[a : a + side].astype(np.float64)
        smallest = np.full(len(A), np.inf)
        chosen = np.zeros(len(A), dtype=np.int64)
        for b in range(0, n, side):
            B = X_train[b : b + side].astype(np.float64)
            D = np.zeros((len(A), len(B)))
            for j in range(d):
                diff = A[:, j, None] - B[:, j]
                diff *= diff
                D += diff
            i = D.argmin(axis=1)
            least = D[np.arange(len(A)), i]
            better = least < smallest
            smallest[better] = least[better]
            chosen[better] = b + i[better]
        best[a : a + side] = chosen
    return y_train[best]
