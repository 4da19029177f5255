"""np.partition for the k-th score, the candidates above it, a stable sort of these; ties go to the smaller index.

`dot` and `partition` themselves raise ValueError, for another d and for k < 1.
"""

import numpy as np


def top_k_similarity(query, documents, k=5, normalize=True):
    floating = documents.dtype if np.issubdtype(documents.dtype, np.floating) else np.dtype(np.float64)
    documents = np.asarray(documents, dtype=floating)
    query = np.asarray(query, dtype=floating)
    if normalize:
        length = np.sqrt(np.sum(query**2))
        query = query / length if length > 0 else np.zeros_like(query)
    scores = documents.dot(query)
    if normalize:
        lengths = np.sqrt(np.sum(documents**2, axis=1))
        lengths[lengths == 0] = np.inf
        scores /= lengths
    n = len(scores)
    k = min(k, n)
    cut = np.partition(scores, n - k)[n - k]
    candidates = np.flatnonzero(scores >= cut)
    ranked = len(candidates) - 1 - np.argsort(scores[candidates][::-1], kind="stable")[::-1]
    best = candidates[ranked][:k]
    return tuple([best, scores[best]])
