"""Whole score matrix, full argsort; the positive gets a score below any cosine."""

import numpy as np


def hard_negatives(queries, docs, positives, k):
    if k < 1 or k >= len(docs):
        raise ValueError("k must be between 1 and n_docs - 1")
    if positives.min() < 0 or positives.max() > len(docs) - 1:
        raise ValueError("positives out of range")
    q, x = np.asarray(queries, dtype=float), np.asarray(docs, dtype=float)
    lengths = np.outer(np.sqrt((q * q).sum(axis=1)), np.sqrt((x * x).sum(axis=1)))
    cosines = q @ x.T / np.where(lengths == 0, np.inf, lengths)
    np.put_along_axis(cosines, positives[:, None], -2.0, axis=1)
    return np.argsort(-cosines)[:, :k].tolist()
