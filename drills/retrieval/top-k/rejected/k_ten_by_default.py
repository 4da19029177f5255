"""Another default for k — test_five_by_default"""

import numpy as np


def top_k_similarity(query, documents, k=10, normalize=True):
    n, d = documents.shape
    if k < 1:
        raise ValueError("k must be at least 1")
    if len(query) != d:
        raise ValueError("query and documents differ in d")
    if documents.dtype.kind != "f":
        documents = documents.astype(float)
    query = query.astype(documents.dtype)
    scores = documents @ query
    if normalize:
        norms = np.linalg.norm(documents, axis=1) * np.linalg.norm(query)
        scores = np.divide(scores, norms, out=np.zeros_like(scores), where=norms > 0)
    k = min(k, n)
    best = np.argpartition(-scores, k - 1)[:k]
    best = best[np.argsort(-scores[best])]
    return best, scores[best]
