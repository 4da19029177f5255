"""Python loop over the documents — test_no_loop_over_documents"""

import numpy as np


def top_k_similarity(query, documents, k=5, normalize=True):
    n, d = documents.shape
    if k < 1:
        raise ValueError("k must be at least 1")
    if len(query) != d:
        raise ValueError("query and documents differ in d")
    if documents.dtype.kind != "f":
        documents = documents.astype(float)
    query = query.astype(documents.dtype)
    scores = np.zeros(n, documents.dtype)
    for i, document in enumerate(documents):
        scores[i] = document @ query
        if normalize:
            length = np.linalg.norm(document) * np.linalg.norm(query)
            scores[i] = scores[i] / length if length else 0.0
    k = min(k, n)
    best = np.argpartition(-scores, k - 1)[:k]
    best = best[np.argsort(-scores[best])]
    return best, scores[best]
