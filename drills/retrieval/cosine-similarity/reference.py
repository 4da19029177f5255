"""Cosine similarity, one pair and one against many."""

import numpy as np


def cosine_similarity(a, b):
    """Cosine of the angle between two vectors `(d,)`, a float in [-1, 1]; 0 if either is all zeros."""
    return float(batch_cosine_similarity(a, b[np.newaxis])[0])


def batch_cosine_similarity(query, docs):
    """Cosine of `query` `(d,)` with each row of `docs` `(n, d)`: `(n,)`."""
    if docs.shape[1:] != query.shape:
        raise ValueError(f"vectors of shapes {query.shape} and {docs.shape[1:]} have no angle")
    cosines = _unit_rows(docs) @ _unit_rows(query[np.newaxis])[0]
    return np.clip(cosines, -1.0, 1.0)  # rounding can give 1.0000000000000002


def _unit_rows(X):
    """Each row divided by its norm, as floats; rows of zeros stay zeros."""
    X = X.astype(float)  # before abs: in int8, abs(-128) is -128
    # Divide by the largest entry first.  Squares are then at most 1, and the norm lies between 1 and √d, or is 0.
    peak = np.abs(X).max(axis=1, keepdims=True)
    peak[peak == 0] = np.inf  # a row of zeros stays zeros
    X = X / peak
    return X / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), 1.0)
