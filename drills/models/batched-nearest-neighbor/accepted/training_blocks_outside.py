"""Training blocks in the outer loop, the best so far kept for all test rows; squared differences feature by feature."""

import math

import numpy as np


def batched_nearest_neighbor(X_train, y_train, X_test, max_bytes=2**26):
    n_train, n_test = len(X_train), len(X_test)
    if not n_train:
        raise ValueError("no training rows")
    if X_train.shape[1:] != X_test.shape[1:]:
        raise ValueError("different features")
    if max_bytes <= 0:
        raise ValueError("max_bytes")
    pairs = max(1, max_bytes // 40)
    side = math.isqrt(pairs)
    wide = pairs // max(1, min(side, n_test))
    best = np.full(n_test, np.inf)
    winner = np.empty(n_test, dtype=np.int64)
    for first in range(0, n_train, wide):
        block = X_train[first : first + wide]
        for begin in range(0, n_test, side):
            part = slice(begin, begin + side)
            total = 0.0
            for j in range(X_train.shape[1]):
                gap = np.subtract.outer(X_test[part, j], block[:, j].astype(np.float64))
                gap *= gap
                total += gap
            index = np.argmin(total, axis=1)
            value = np.min(total, axis=1)
            closer = value < best[part]
            winner[part] = np.where(closer, index + first, winner[part])
            best[part] = np.minimum(best[part], value)
            del total, gap
    return np.take(y_train, winner)
