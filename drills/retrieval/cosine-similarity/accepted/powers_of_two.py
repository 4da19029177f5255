"""Scales by powers of two, which rounds nothing; one dot product and one division."""

import numpy as np


def scaled(x):
    x = np.asarray(x, dtype=float)
    _, exponent = np.frexp(np.max(np.abs(x), axis=-1, keepdims=True))
    return np.ldexp(x, -exponent)


def cosine_similarity(a, b):
    if a.shape != b.shape:
        raise ValueError("shapes differ")
    a, b = scaled(a), scaled(b)
    below = np.sqrt(a @ a) * np.sqrt(b @ b)
    return np.clip(a @ b / below, -1.0, 1.0) if below else np.float64(0.0)


def batch_cosine_similarity(query, docs):
    if query.shape != docs.shape[1:]:
        raise ValueError("shapes differ")
    query, docs = scaled(query), scaled(docs)
    below = np.sqrt(np.einsum("ij,ij->i", docs, docs) * (query @ query))
    below[below == 0] = np.inf
    return (np.einsum("ij,j->i", docs, query) / below).clip(-1.0, 1.0)
