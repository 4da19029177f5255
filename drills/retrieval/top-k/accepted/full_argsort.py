"""Sorts everything, then cuts; normalises a copy of the documents."""

import numpy as np


def top_k_similarity(query, documents, k=5, normalize=True):
    if k < 1 or query.shape[0] != documents.shape[1]:
        raise ValueError("k must be at least 1, and query and documents must share d")
    dtype = np.result_type(query, documents)
    dtype = dtype if dtype.kind == "f" else np.dtype(float)
    documents = documents.astype(dtype, copy=False)
    if normalize:
        tiny = np.finfo(dtype).tiny  # below any norm but 0
        query = query / np.maximum(np.linalg.norm(query), tiny)
        documents = documents / np.maximum(np.linalg.norm(documents, axis=1, keepdims=True), tiny)
    scores = np.dot(documents, query)
    order = np.argsort(scores)[::-1][:k]
    return order, scores[order]
