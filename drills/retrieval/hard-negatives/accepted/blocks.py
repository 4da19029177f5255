"""Blocks of 256 queries; the maximum is taken k times: O(n k), but no loop over the documents."""

import numpy as np


def hard_negatives(queries, docs, positives, k):
    if k < 1:
        raise ValueError("k must be positive")
    if k > len(docs) - 1:
        raise ValueError("not enough documents")
    if len(positives) and (int(positives.min()) < 0 or int(positives.max()) >= len(docs)):
        raise ValueError("unknown positive")
    docs = docs.astype(float)
    docs /= np.maximum(np.hypot.reduce(docs, axis=1, keepdims=True), np.finfo(float).tiny)
    chunks = []
    for start in range(0, len(queries), 256):
        # A query's length does not change its ranking, so only zeros need care, and they give zeros.
        scores = queries[start : start + 256] @ docs.T
        rows = np.arange(len(scores))
        scores[rows, positives[start : start + 256]] = -np.inf
        chunk = np.empty((len(scores), k), dtype=int)
        for place in range(k):
            chunk[:, place] = scores.argmax(axis=1)
            scores[rows, chunk[:, place]] = -np.inf
        chunks.append(chunk)
    return np.concatenate(chunks)
