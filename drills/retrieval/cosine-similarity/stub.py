"""Cosine similarity, one pair and one against many."""

import numpy as np


def cosine_similarity(a, b):
    """Cosine of the angle between two vectors `(d,)`, a float in [-1, 1]; 0 if either is all zeros."""
    raise NotImplementedError


def batch_cosine_similarity(query, docs):
    """Cosine of `query` `(d,)` with each row of `docs` `(n, d)`: `(n,)`."""
    raise NotImplementedError
