"""Normalises both sides, then sorts by score and index explicitly."""

import numpy as np


def cosine_similarity_search(query, documents, top_k=5):
    if top_k <= 0 or len(query) != documents.shape[1]:
        raise ValueError("top_k below 1, or lengths that do not fit")
    q, docs = query.astype(np.float64), documents.astype(np.float64)
    norms = np.sqrt(np.sum(docs**2, axis=1, keepdims=True))
    docs /= np.where(norms > 0, norms, np.inf)
    length = np.sqrt(q @ q)
    scores = docs @ (q / length) if length else np.zeros(len(docs))
    order = np.lexsort((np.arange(len(scores)), -scores))[:top_k]
    return order, scores[order]
