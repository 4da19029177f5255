"""Top-k documents by cosine similarity."""

import numpy as np


def top_k_similarity(query, documents, k=5, normalize=True):
    """Indices and scores of the k documents `(n, d)` most similar to `query` `(d,)`, best first.

    The score is the cosine, or the dot product with `normalize=False`.
    """
    raise NotImplementedError
