"""Reverses the documents before the ascending stable sort and the order after it."""

import numpy as np


def cosine_similarity_search(query, documents, top_k=5):
    if top_k < 1 or documents.shape[1] != query.shape[0]:
        raise ValueError("bad input")
    documents = documents.astype(float)
    norms = np.maximum(np.linalg.norm(documents, axis=1), 1e-300)
    scores = documents.dot(query) / norms / max(np.linalg.norm(query), 1e-300)
    order = (len(scores) - 1 - np.argsort(scores[::-1], kind="stable"))[::-1][:top_k]
    return order, scores[order]
