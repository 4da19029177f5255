"""argpartition of the negated scores, guarded by a branch for k >= n; lists as indices."""

import numpy as np


def top_k_similarity(query, documents, k=5, normalize=True):
    if k <= 0:
        raise ValueError("k must be positive")
    if documents.shape[1:] != query.shape:
        raise ValueError("query and documents have different dimensions")
    if documents.dtype.kind in "iu":
        documents = documents.astype(np.float64)
    if query.dtype.kind in "iu":
        query = query.astype(documents.dtype)
    scores = np.einsum("nd,d->n", documents, query)
    if normalize:
        with np.errstate(divide="ignore", invalid="ignore"):
            scores = scores / np.sqrt(np.einsum("nd,nd->n", documents, documents))
            scores = scores / np.sqrt(query.dot(query))
        scores = np.nan_to_num(scores)
    if k < len(scores):
        candidates = np.argpartition(-scores, k)[:k]
    else:
        candidates = np.arange(len(scores))
    ranked = candidates[np.lexsort((candidates, -scores[candidates]))]
    return ranked.tolist(), scores[ranked]
