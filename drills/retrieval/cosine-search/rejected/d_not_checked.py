"""Multiplies and sums, which broadcasts over a single column — test_refuses_other_d"""

import numpy as np


def cosine_similarity_search(query, documents, top_k=5):
    if top_k < 1:
        raise ValueError("top_k")
    query, documents = query.astype(float), documents.astype(float)
    dots = (documents * query).sum(axis=1)
    lengths = np.linalg.norm(documents, axis=1) * np.linalg.norm(query)
    scores = dots / np.where(lengths == 0, 1.0, lengths)
    best = np.argsort(-scores, kind="stable")[:top_k]
    return best, scores[best]
