"""Blocks from the end, where an equal distance of an earlier block wins; a rounded mean as origin; buffers made once."""

import numpy as np


def batched_nearest_neighbor(X_train, y_train, X_test, max_bytes=2**26):
    if X_train.shape[0] == 0 or max_bytes < 1 or X_train.shape[1] != X_test.shape[1]:
        raise ValueError("bad arguments")
    (n, d), m = X_train.shape, X_test.shape[0]
    centre = np.rint(X_train.mean(axis=0, dtype=np.float64))
    budget = max_bytes // 8
    rows = 1
    while rows < m and (2 * rows) ** 2 + 4 * rows * (d + 8) <= budget:
        rows *= 2
    columns = max(1, min(n, (budget - rows * (d + 8)) // (rows + d + 8)))
    buffer = np.empty(rows * columns)
    answer = np.empty(m, dtype=np.intp)
    begin = 0
    while begin < m:
        Q = np.subtract(X_test[begin : begin + rows], centre, dtype=np.float64)
        least = np.full(len(Q), np.inf)
        end = n
        while end > 0:
            start = max(0, end - columns)
            T = np.subtract(X_train[start:end], centre, dtype=np.float64)
            scores = buffer[: len(Q) * len(T)].reshape(len(Q), len(T))
            np.matmul(Q, T.T, out=scores)
            scores *= -2.0
            scores += np.einsum("ij,ij->i", T, T)
            found = scores.argmin(axis=1)
            value = np.take_along_axis(scores, found[:, None], axis=1)[:, 0]
            wins = value <= least
            np.copyto(answer[begin : begin + rows], found + start, where=wins)
            np.minimum(least, value, out=least)
            end = start
            del T
        begin += rows
    return y_train[answer]
