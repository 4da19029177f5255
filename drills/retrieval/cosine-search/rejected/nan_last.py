"""NaN for a zero document, ranked last — test_zero_document"""

import numpy as np


def cosine_similarity_search(query, documents, top_k=5):
    if top_k < 1:
        raise ValueError("top_k")
    if documents.shape[1] != len(query):
        raise ValueError("d")
    query, documents = query.astype(float), documents.astype(float)
    dots = documents @ query
    lengths = np.linalg.norm(documents, axis=1) * np.linalg.norm(query)
    with np.errstate(all="ignore"):
        scores = dots / lengths
    best = np.argsort(-scores, kind="stable")[:top_k]
    return best, scores[best]
