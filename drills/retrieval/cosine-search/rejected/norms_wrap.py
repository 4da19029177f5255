"""Squares the documents in their own width — test_narrow_integers"""

import numpy as np


def cosine_similarity_search(query, documents, top_k=5):
    if top_k < 1:
        raise ValueError("top_k")
    if documents.shape[1] != len(query):
        raise ValueError("d")
    norms = np.sqrt((documents * documents).sum(axis=1).astype(float))
    query, documents = query.astype(float), documents.astype(float)
    dots = documents @ query
    lengths = norms * np.linalg.norm(query)
    scores = dots / np.where(lengths == 0, 1.0, lengths)
    best = np.argsort(-scores, kind="stable")[:top_k]
    return best, scores[best]
