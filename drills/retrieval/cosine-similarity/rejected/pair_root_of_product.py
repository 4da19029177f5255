"""Root of the product of the squared norms, which vanishes at 1e-200 — test_pair_huge_and_tiny"""

import numpy as np


def cosine_similarity(a, b):
    if a.shape != b.shape:
        raise ValueError("a and b differ in length")
    a, b = a.astype(float), b.astype(float)
    if not a.any() or not b.any():
        return 0.0
    with np.errstate(all="ignore"):
        cosine = np.nan_to_num(a @ b / np.sqrt((a @ a) * (b @ b)))
    return float(np.clip(cosine, -1, 1))


def batch_cosine_similarity(query, docs):
    if docs.shape[1] != len(query):
        raise ValueError("query and docs differ in d")
    query, docs = query.astype(float), docs.astype(float)
    peaks = np.abs(docs).max(axis=1, keepdims=True)
    docs = docs / np.where(peaks > 0, peaks, 1)
    query = query / (np.abs(query).max() or 1)
    norms = np.linalg.norm(docs, axis=1) * np.linalg.norm(query)
    scores = docs @ query
    cosines = np.divide(scores, norms, out=np.zeros(len(docs)), where=norms > 0)
    return np.clip(cosines, -1, 1)
