"""Cosine search with a tie rule."""

import numpy as np


def cosine_similarity_search(query: np.ndarray, documents: np.ndarray, top_k: int = 5) -> tuple[np.ndarray, np.ndarray]:
    """Indices and cosines of the top_k documents (n, d) most similar to query (d,), best first, ties by smaller index."""
    raise NotImplementedError
