"""Clips similarities to 0 and above — test_documents_that_point_away"""

import numpy as np


def cosine_similarity_search(query, documents, top_k=5):
    if top_k < 1:
        raise ValueError("top_k")
    if documents.shape[1] != len(query):
        raise ValueError("d")
    query, documents = query.astype(float), documents.astype(float)
    dots = documents @ query
    lengths = np.linalg.norm(documents, axis=1) * np.linalg.norm(query)
    scores = dots / np.where(lengths == 0, 1.0, lengths)
    best = (scores := np.maximum(scores, 0.0), np.argsort(-scores, kind="stable"))[1][:top_k]
    return best, scores[best]
