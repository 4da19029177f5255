"""The k + 1 best of each query; then the positive is dropped, or the last one where the positive is not among them."""

import numpy as np


def unit(rows):
    norms = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=float))
    norms[norms == 0] = np.inf
    return rows / norms[:, None]


def hard_negatives(queries, docs, positives, k):
    n_docs = docs.shape[0]
    if not 0 < k < n_docs:
        raise ValueError("k out of range")
    if not np.all((positives >= 0) & (positives < n_docs)):
        raise ValueError("positive out of range")
    cosines = np.einsum("qd,nd->qn", unit(queries), unit(docs))
    candidates = np.argpartition(-cosines, k)[:, : k + 1]
    rows = np.arange(len(queries))[:, None]
    candidates = candidates[rows, np.argsort(-cosines[rows, candidates])]
    own = candidates == positives[:, None]
    drop = np.where(own.any(axis=1), own.argmax(axis=1), k)
    keep = np.arange(k + 1) != drop[:, None]
    return candidates[keep].reshape(len(queries), k)
