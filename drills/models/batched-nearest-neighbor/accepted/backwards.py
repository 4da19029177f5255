"""Blocks from the end, where an equal distance of an earlier block wins; a rounded mean as origin; buffers made once."""

import numpy as np


def batched_nearest_neighbor(X_train, y_train, X_test, max_bytes=2**26):
    if X_train.shape[0] == 0 or max_bytes < 1 or X_train.shape[1] != X_test.shape[1]:
        raise ValueError("bad arguments")
    (n, d), m = X_train.shape, X_test.shape[0]
    centre = np.rint(X_train.mean(axis=0, dtype=np.float64))
    budget, each = max_bytes // 8, d + 8
    rows = max(1, min(m, int(budget / (budget**0.5 + 2 * each))))
    columns = max(1, min(n, (budget - rows * each) // (rows + each)))
    buffer = np.empty(rows * columns)
    answer = np.empty(m, dtype=np.intp)
    begin = 0
    while begin < m:
        Q = X_test[begin : begin + rows] - centre
        least = np.full(len(Q), np.inf)
        end = n
        while end > 0:
            start = max(0, end - columns)
            T = X_train[start:end] - centre
            scores = buffer[: len(Q) * len(T)].reshape(len(Q), len(T))
            np.matmul(Q, T.T, out=scores)
            scores *= -2.0
            scores += np.einsum("ij,ij->i", T, T)
            found = scores.argmin(axis=1)
            value = scores.min(axis=1)
            wins = value <= least
            np.copyto(answer[begin : begin + rows], found + start, where=wins)
            np.minimum(least, value, out=least)
            end = start
            del T
        begin += rows
    return y_train[answer]
