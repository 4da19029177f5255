"""Scales integers by the largest absolute value, taken in their own type — test_integers_do_not_overflow"""

import numpy as np


def scaled(x):
    if x.dtype.kind == "f":
        return x
    largest = np.abs(x).max()
    return x / largest if largest else x.astype(float)


def top_k_similarity(query, documents, k=5, normalize=True):
    if k < 1 or query.shape[0] != documents.shape[1]:
        raise ValueError("k below 1, or lengths differ")
    if not normalize:
        query, documents = (x if x.dtype.kind == "f" else x.astype(float) for x in (query, documents))
        scores = documents @ query
    else:
        query, documents = scaled(query), scaled(documents)
        lengths = np.linalg.norm(documents, axis=1) * np.linalg.norm(query)
        scores = documents @ query
        scores = np.divide(scores, lengths, out=np.zeros_like(scores), where=lengths > 0)
    best = np.argsort(-scores)[:k]
    return best, scores[best]
