"""Normalises the caller's documents — test_arguments_left_alone"""

import numpy as np


def cosine_similarity_search(query, documents, top_k=5):
    if top_k < 1:
        raise ValueError("top_k")
    if documents.shape[1] != len(query):
        raise ValueError("d")
    if documents.dtype.kind == "f":
        norms = np.linalg.norm(documents, axis=1, keepdims=True)
        documents /= np.where(norms == 0, 1.0, norms)
    query, documents = query.astype(float), documents.astype(float)
    dots = documents @ query
    lengths = np.linalg.norm(documents, axis=1) * np.linalg.norm(query)
    scores = dots / np.where(lengths == 0, 1.0, lengths)
    best = np.argsort(-scores, kind="stable")[:top_k]
    return best, scores[best]
