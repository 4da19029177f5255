"""Takes the maximum k times: O(n k), but no loop over the documents; blocks of rows for the norms."""

import numpy as np


def top_k_similarity(query, documents, k=5, normalize=True):
    if k < 1:
        raise ValueError("k must be at least one")
    if documents.ndim != 2 or query.shape != documents.shape[1:]:
        raise ValueError("shapes do not fit")
    dtype = documents.dtype.type if documents.dtype.kind == "f" else np.float64
    scores = np.zeros(len(documents), dtype)
    wide_query = query.astype(np.float64)
    query_norm = float(np.sqrt(wide_query @ wide_query))
    for start in range(0, len(documents), 200):
        block = documents[start : start + 200].astype(np.float64)
        values = block @ wide_query
        if normalize:
            lengths = query_norm * np.sqrt((block**2).sum(axis=1))
            values = np.where(lengths > 0, values / np.where(lengths > 0, lengths, 1), 0)
        scores[start : start + 200] = values
    left = scores.copy()
    indices = []
    while len(indices) < min(k, len(documents)):
        best = int(left.argmax())
        indices.append(best)
        left[best] = -np.inf
    return indices, scores[indices]
