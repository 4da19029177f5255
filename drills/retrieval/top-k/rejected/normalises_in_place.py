"""Divides the caller's documents by their norms — test_arguments_left_alone"""

import numpy as np


def top_k_similarity(query, documents, k=5, normalize=True):
    n, d = documents.shape
    if k < 1:
        raise ValueError("k must be at least 1")
    if len(query) != d:
        raise ValueError("query and documents differ in d")
    if documents.dtype.kind != "f":
        documents = documents.astype(float)
    query = query.astype(documents.dtype)
    if normalize:
        norms = np.linalg.norm(documents, axis=1, keepdims=True)
        documents /= np.where(norms > 0, norms, 1)
        query = query / (np.linalg.norm(query) or 1)
    scores = documents @ query
    k = min(k, n)
    best = np.argpartition(-scores, k - 1)[:k]
    best = best[np.argsort(-scores[best])]
    return best, scores[best]
