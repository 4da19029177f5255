"""Sorts by scores rounded to eight digits — test_nearly_equal_is_not_equal"""

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
    best = np.argsort(-scores.round(8), kind="stable")[:top_k]
    return best, scores[best]
