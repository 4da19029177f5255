"""heapq over the scores is a loop over the documents — test_no_loop_over_documents"""

import heapq

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
    scores = documents @ query
    if normalize:
        norms = np.linalg.norm(documents, axis=1) * np.linalg.norm(query)
        scores = np.divide(scores, norms, out=np.zeros_like(scores), where=norms > 0)
    best = np.array(heapq.nlargest(k, range(n), key=scores.__getitem__))
    return best, scores[best]
