"""Top-k documents by cosine similarity."""

import numpy as np


def top_k_similarity(query, documents, k=5, normalize=True):
    """Indices and scores of the k documents `(n, d)` most similar to `query` `(d,)`, best first.

    The score is the cosine, or the dot product with `normalize=False`.
    """
    n, d = documents.shape
    if k < 1:
        raise ValueError(f"k must be at least 1, not {k}")
    if query.shape != (d,):
        raise ValueError(f"the query has shape {query.shape}, documents have {d} columns")
    if not np.issubdtype(documents.dtype, np.floating):
        documents = documents.astype(float)  # int8 products would wrap
    query = query.astype(documents.dtype)  # cast the small one, so that the product does not cast the large one

    scores = documents @ query
    if normalize:
        # Scale the n scores, not the n × d documents.  einsum squares and sums without a copy.
        norms = np.sqrt(np.einsum("ij,ij->i", documents, documents)) * np.linalg.norm(query)
        scores = np.divide(scores, norms, out=np.zeros_like(scores), where=norms > 0)

    k = min(k, n)
    best = np.argpartition(scores, n - k)[n - k :]  # the k largest, in no order
    best = best[np.argsort(-scores[best])]
    return best, scores[best]
