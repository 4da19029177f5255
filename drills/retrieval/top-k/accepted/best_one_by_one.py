"""Takes the maximum k times: O(n k), but no loop over the documents; blocks of rows for the norms.  `@` itself refuses another d."""

import numpy as np


def top_k_similarity(query, documents, k=5, normalize=True):
    if k < 1:
        raise ValueError("k must be at least one")
    dtype = documents.dtype.type if documents.dtype.kind == "f" else np.float64
    scores = np.empty(len(documents), dtype)
    wide_query = query.astype(np.float64)
    query_norm = float(np.sqrt(wide_query @ wide_query))
    for start in range(0, len(documents), 200):
        block = documents[start : start + 200].astype(np.float64)
        values = block @ wide_query
        if normalize:
            lengths = query_norm * np.sqrt((block**2).sum(axis=1))
            values[lengths > 0] /= lengths[lengths > 0]  # what is divided by nothing is 0 already
        scores[start : start + 200] = values
    left = scores.copy()
    indices = []
    while len(indices) < min(k, len(documents)):
        best = int(left.argmax())
        indices.append(best)
        left[best] = -np.inf
    return indices, scores[indices]
