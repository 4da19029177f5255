"""Pair in plain Python with math.hypot; the batch by a loop over columns and np.hypot.reduce, which never squares."""

import math

import numpy as np


def cosine_similarity(a, b):
    if len(a) != len(b):
        raise ValueError(f"lengths {len(a)} and {len(b)}")
    a, b = a.tolist(), b.tolist()
    norm_a, norm_b = math.hypot(*a), math.hypot(*b)
    if norm_a == 0 or norm_b == 0:
        return 0.0
    return max(-1.0, min(1.0, math.fsum((x / norm_a) * (y / norm_b) for x, y in zip(a, b))))


def batch_cosine_similarity(query, docs):
    if docs.shape[1] != query.shape[0]:
        raise ValueError("d differs")
    query, docs = query.astype(np.float64), docs.astype(np.float64)
    norm, norms = np.hypot.reduce(query), np.hypot.reduce(docs, axis=1)
    norms[norms == 0] = np.inf
    total = np.zeros(len(docs))
    if norm > 0:
        for j in range(len(query)):
            total += (query[j] / norm) * (docs[:, j] / norms)
    return np.maximum(-1.0, np.minimum(1.0, total)).tolist()
