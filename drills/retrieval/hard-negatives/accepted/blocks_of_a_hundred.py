"""Blocks of a hundred queries, each with NumPy's helpers along the row, whose own steps count too."""

import numpy as np


def unit(rows):
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(length == 0, np.inf, length)


def hard_negatives(queries, docs, positives, k):
    n = len(docs)
    if not 1 <= k < n or not ((positives >= 0) & (positives < n)).all():
        raise ValueError("k or a positive is out of range")
    queries, docs = unit(queries), unit(docs)
    result = np.empty((len(queries), k), dtype=np.int64)
    for start in range(0, len(queries), 100):
        block = slice(start, start + 100)
        scores = queries[block] @ docs.T
        np.put_along_axis(scores, positives[block, None], -np.inf, axis=1)
        best = np.argpartition(scores, n - k)[:, n - k :]
        order = np.argsort(-np.take_along_axis(scores, best, 1))
        result[block] = np.take_along_axis(best, order, 1)
    return result
