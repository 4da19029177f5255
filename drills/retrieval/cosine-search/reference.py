"""Cosine search with a tie rule."""

import numpy as np


def cosine_similarity_search(query: np.ndarray, documents: np.ndarray, top_k: int = 5) -> tuple[np.ndarray, np.ndarray]:
    """Indices and cosines of the top_k documents (n, d) most similar to query (d,), best first, ties by smaller index."""
    if top_k < 1:
        raise ValueError(f"top_k must be at least 1, not {top_k}")
    if documents.shape[1:] != query.shape:
        raise ValueError(f"a query of shape {query.shape} does not fit documents of shape {documents.shape}")
    query, documents = (x if np.issubdtype(x.dtype, np.floating) else x.astype(np.float64) for x in (query, documents))
    lengths = np.linalg.norm(documents, axis=1) * np.linalg.norm(query)
    lengths[lengths == 0] = 1  # the dot product is 0 there, and 0 / 1 is the score asked for
    similarities = documents @ query / lengths
    best = np.argsort(-similarities, kind="stable")[:top_k]  # stable keeps index order among equals
    return best, similarities[best]
