"""Partition for the k-th best score only; equals are filled up in index order."""

import numpy as np


def cosine_similarity_search(query, documents, top_k=5):
    n, d = documents.shape
    if top_k < 1:
        raise ValueError("top_k")
    if query.shape != (d,):
        raise ValueError("d")
    docs = np.asarray(documents, float)
    with np.errstate(invalid="ignore", divide="ignore"):
        scores = docs @ query / np.linalg.norm(docs, axis=1) / np.linalg.norm(query)
    scores = np.where(np.isnan(scores), 0.0, scores)
    k = min(top_k, n)
    threshold = np.partition(scores, n - k)[n - k]
    above, equals = np.flatnonzero(scores > threshold), np.flatnonzero(scores == threshold)
    chosen = np.concatenate([above, equals[: k - len(above)]])
    chosen = chosen[np.argsort(-scores[chosen], kind="mergesort")]
    return chosen, scores[chosen]
