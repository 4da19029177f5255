"""Lets top_k below 1 through to the slice — test_refuses_top_k_below_one"""

import numpy as np


def cosine_similarity_search(query, documents, top_k=5):
    if documents.shape[1] != len(query):
        raise ValueError("d")
    query, documents = query.astype(float), documents.astype(float)
    dots = documents @ query
    lengths = np.linalg.norm(documents, axis=1) * np.linalg.norm(query)
    scores = dots / np.where(lengths == 0, 1.0, lengths)
    best = np.argsort(-scores, kind="stable")[:top_k]
    return best, scores[best]
